import { block, type Scenario, shell } from '../steps.ts';

const limit = (edit: string) => `ssh lb-1 "sed -i '${edit}' /etc/nginx/conf.d/chat.conf && systemctl reload nginx"; sleep 1`;

export const rateLimits: Scenario = {
  guide: 'rate-limits-and-ddos',
  needs: [],
  steps: [
    block('See it work', 1, { as: 'outside', compare: 'loose' }),
    block('See it work', 2, { as: 'outside' }),
    shell(limit('s/^    limit_req zone=api/    #limit_req zone=api/')),
    block('See it work', 1, { as: 'outside', shows: 2 }),
    shell(limit('s/^    #limit_req zone=api/    limit_req zone=api/')),
    block('DDoS', 1, { as: 'outside', shows: 2 }),
    block('During a flood', 1, { as: 'lb-1', shows: 0 }),
  ],
  skipped: {
    '"Configure the limit" 1': 'lines of the configuration that the machines run',
    '"Configure the limit" 2': 'lines of the configuration that the machines run',
    '"Configure the limit" 3': 'lines of the configuration that the machines run',
    '"Configure the limit" 4': 'only with a CDN in front',
  },
};
