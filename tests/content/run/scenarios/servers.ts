import { block, type Scenario, shell } from '../steps.ts';

export const servers: Scenario = {
  guide: 'servers-and-cdn',
  needs: ['nft'],
  steps: [
    block('Servers', 3, { as: 'bastion' }),
    block('Database servers', 1, { compare: 'loose' }),
    block('Load balancer', 2),
    // A dead machine does not even refuse: nobody waits for it longer than proxy_connect_timeout.
    shell('nft add table ip dead; nft add chain ip dead input "{ type filter hook input priority -1; policy drop; }"', 'api-2'),
    shell('sleep 11; ! for n in 1 2 3 4; do curl -fsS --max-time 4 -o /dev/null https://app.example.com/healthz || echo late; done | grep late'),
    shell('nft delete table ip dead', 'api-2'),
    block('CDN', 1),
  ],
  skipped: {
    '"Servers" 1': 'asks a real machine for its clock, memory and updates',
    '"Servers" 2': 'lines of the configuration that the machines run',
    '"Load balancer" 1': 'lines of the configuration that the machines run',
    '"Database servers" 2': 'run with the standby, in the guide on failover',
  },
};
