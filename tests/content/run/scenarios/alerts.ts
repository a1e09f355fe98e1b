import { block, type Scenario, shell } from '../steps.ts';

export const alertDiskFull: Scenario = {
  guide: 'alert-disk-full',
  needs: [],
  steps: [
    block('Find what fills it', 1, { shows: 0 }),
    block("When it is the database's log", 1, { compare: 'loose' }),
    shell(`psql -XAtqc "SELECT pg_create_physical_replication_slot('db_2', true)" > /dev/null`, 'postgres@db-1'),
    block("When it is the database's log", 1, { shows: 2, compare: 'loose' }),
    shell(`psql -XAtqc "SELECT pg_drop_replication_slot('db_2')" > /dev/null`, 'postgres@db-1'),
  ],
};

export const alertQueueBacklog: Scenario = {
  guide: 'alert-queue-backlog',
  needs: [],
  steps: [
    // The jobs that were finished before are of an earlier minute.
    shell(`ssh worker-1 systemctl stop chat-worker
      psql -Xqc "UPDATE jobs SET created_at = created_at - interval '2 minutes', finished_at = finished_at - interval '2 minutes'" service=owner
      for n in 1 2 3 4 5; do psql -Xqc "INSERT INTO jobs (message_id) VALUES (1)" service=owner; done`),
    block('See which of three it is', 1, { compare: 'loose' }),
    block('See which of three it is', 2, { exit: 3 }),
    block('Catch up', 1),
    shell(`for _ in $(seq 300); do [ "$(psql -XAtqc "SELECT count(*) FROM jobs WHERE state = 'waiting'" service=owner)" = 0 ] && break; sleep 0.2; done`),
    block('Catch up', 2),
    shell('ssh worker-1 systemctl stop chat-worker; psql -Xqc "INSERT INTO jobs (message_id) VALUES (1)" service=owner'),
    block('Set one job aside', 1, { compare: 'loose' }),
    shell(`job=$(psql -XAtqc "SELECT id FROM jobs WHERE state = 'waiting'" service=owner)`),
    block('Set one job aside', 2),
    block('Set one job aside', 2, { shows: 2 }),
    shell('psql -Xqc "DELETE FROM jobs WHERE id = $job" service=owner; unset job; ssh worker-1 systemctl start chat-worker'),
  ],
};

export const alertCertificate: Scenario = {
  guide: 'alert-certificate',
  needs: [],
  steps: [
    block('How long is left', 1),
    shell(
      `cd /etc/letsencrypt/live/app.example.com && cp -p fullchain.pem kept.pem && openssl req -new -key privkey.pem -subj /CN=app.example.com |
      openssl x509 -req -CA /machines/pki/ca.pem -CAkey /machines/pki/ca.key -CAcreateserial -days 10 -out fullchain.pem 2> /dev/null; cd; systemctl reload nginx`,
      'lb-1',
    ),
    block('How long is left', 1, { shows: 2 }),
    shell('cd /etc/letsencrypt/live/app.example.com && mv kept.pem fullchain.pem; cd; systemctl reload nginx', 'lb-1'),
  ],
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
    shell('truncate -s 0 /var/log/units/chat-worker.log; echo "$(date +%s) {}" >> /var/log/units/chat-worker.log', 'worker-1'),
    block('Is it them', 1, { shows: 2, compare: 'loose' }),
    shell('truncate -s 0 /var/log/units/chat-worker.log', 'worker-1'),
  ],
};
