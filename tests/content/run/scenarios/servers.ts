import { block, type Scenario, shell } from '../steps.ts';

export const servers: Scenario = {
  guide: 'servers-and-cdn',
  needs: [],
  steps: [
    block('Servers', 3, { as: 'bastion' }),
    block('Database servers', 1, { compare: 'loose' }),
    block('Load balancer', 2),
    shell('sleep 1'),
    block('CDN', 1),
  ],
  skipped: {
    '"Servers" 1': 'asks a real machine for its clock, memory and updates',
    '"Servers" 2': 'lines of the configuration that the machines run',
    '"Load balancer" 1': 'lines of the configuration that the machines run',
    '"Database servers" 2': 'run with the standby, in the guide on failover',
  },
};
