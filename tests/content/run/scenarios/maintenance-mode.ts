import { block, type Scenario, shell } from '../steps.ts';

export const maintenanceMode: Scenario = {
  guide: 'maintenance-mode',
  needs: [],
  steps: [
    block('Switch it on', 1),
    block('Switch it on', 2),
    shell('sleep 1'),
    block('Switch it on', 3),
    block('Switch it off', 1),
    shell('sleep 2'),
  ],
  skipped: {
    '"Prepare the page" 1': 'lines of the configuration that the machines run',
    '"Prepare the page" 2': 'lines of the configuration that the machines run',
    '"Let the team in" 1': 'keeps a tunnel open until it is stopped',
  },
};
