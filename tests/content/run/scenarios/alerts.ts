import { block, type Scenario, shell } from '../steps.ts';

export const alertDiskFull: Scenario = {
  guide: 'alert-disk-full',
  needs: [],
  steps: [block('Find what fills it', 1, { shows: 0 }), block("When it is the database's log", 1, { compare: 'loose' })],
};

export const alertQueueBacklog: Scenario = {
  guide: 'alert-queue-backlog',
  needs: [],
  steps: [
    shell('sleep 61', 'worker-1'),
    shell('ssh worker-1 systemctl stop chat-worker; for n in 1 2 3 4 5; do psql -Xqc "INSERT INTO jobs (message_id) VALUES (1)" service=owner; done; sleep 1'),
    block('See which of three it is', 1, { compare: 'loose' }),
    block('See which of three it is', 2, { exit: 3 }),
    block('Catch up', 1),
    block('Set one job aside', 1),
  ],
};

export const alertCertificate: Scenario = {
  guide: 'alert-certificate',
  needs: [],
  steps: [block('How long is left', 1, { compare: 'loose', shows: 0 })],
  skipped: { '"Find out why" 1': 'needs a public domain and a certificate authority' },
};

export const alertProviderDown: Scenario = {
  guide: 'alert-provider-down',
  needs: [],
  steps: [
    shell(
      `for n in 1 2 3; do echo "$(date +%s) {\\"level\\":\\"warn\\",\\"event\\":\\"provider failed\\",\\"provider\\":\\"model\\",\\"status\\":503}"; done >> /var/log/units/chat-worker.log
      echo "$(date +%s) {\\"level\\":\\"warn\\",\\"event\\":\\"provider failed\\",\\"provider\\":\\"model\\",\\"status\\":429}" >> /var/log/units/chat-worker.log`,
      'worker-1',
    ),
    block('Is it them', 1, { compare: 'loose' }),
    shell('truncate -s 0 /var/log/units/chat-worker.log', 'worker-1'),
  ],
};
