import { block, type Scenario, shell } from '../steps.ts';
import { hold, release } from './hold.ts';

export const maintenanceMode: Scenario = {
  guide: 'maintenance-mode',
  needs: [],
  steps: [
    block('Switch it on', 1),
    block('Switch it on', 2),
    shell('ssh worker-1 systemctl stop chat-worker; sleep 1'),
    block('Switch it on', 3),
    shell(hold('SELECT 1')),
    block('Switch it on', 3, { shows: 2 }),
    shell(`${release}; ssh worker-1 systemctl start chat-worker`),
    block('Switch it off', 1),
    shell('sleep 2'),
  ],
  skipped: {
    '"Prepare the page" 1': 'lines of the configuration that the machines run',
    '"Prepare the page" 2': 'lines of the configuration that the machines run',
    '"Let the team in" 1': 'keeps a tunnel open until it is stopped',
  },
};
