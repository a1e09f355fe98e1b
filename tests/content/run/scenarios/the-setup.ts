import { block, type Scenario } from '../steps.ts';

const loaded = 'the machines of the run are built from it, and start';

/** The machines are built from this page's own files, so each of its configurations is run by being loaded. */
export const theSetup: Scenario = {
  guide: 'the-setup',
  needs: [],
  steps: [block('Nginx', 5, { as: 'lb-1' }), block('The two services', 2), block('Your shell on the bastion', 2)],
  skipped: {
    ...Object.fromEntries([1, 2, 3, 4].map((nth) => [`"Nginx" ${nth}`, loaded])),
    '"The two services" 1': loaded,
    '"The two services" 3': loaded,
    ...Object.fromEntries([1, 2, 3, 4].map((nth) => [`"PostgreSQL" ${nth}`, loaded])),
    '"Your shell on the bastion" 1': loaded,
    '"Your shell on the bastion" 3': 'asks for a token at the keyboard',
  },
};
