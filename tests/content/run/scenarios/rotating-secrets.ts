import { block, save, type Scenario, shell } from '../steps.ts';

const postgres = 'postgres@db-1';

/** Keeps as many sessions of a role open until `release`: the service of the run keeps none. */
const hold = (role: string, count: number): string =>
  `for _ in $(seq ${count}); do PGPASSFILE=both.pgpass psql -Xqc 'SELECT pg_sleep(60)' 'service=app user=${role}' > /dev/null 2>&1 & done
  until [ "$(psql -XAtqc "SELECT count(*) FROM pg_stat_activity WHERE usename = '${role}' AND query = 'SELECT pg_sleep(60)'" service=owner)" = ${count} ]; do sleep 0.2; done`;
const release = `psql -Xqc "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'" service=owner > /dev/null; wait`;

export const rotatingSecrets: Scenario = {
  guide: 'rotating-secrets',
  needs: [],
  steps: [
    block('The database password', 1, { as: postgres }),
    shell(`psql -Xqc "ALTER ROLE app_b PASSWORD 'second-password'"`, postgres),
    shell(`(umask 077; echo '*:5432:app:app_b:second-password' > app_b.pgpass)`),
    block('The database password', 2),
    save('The database password', 3, '/root/switch-role.sh'),
    block('The database password', 4),
    shell('BASE_URL=https://app.example.com VERSION=v1.0.0 ./smoke.sh | tail -1 | grep -qx "0 failed"'),
    shell(`(umask 077; cat .pgpass app_b.pgpass > both.pgpass); ${hold('app_b', 2)}`),
    block('The database password', 5, { compare: 'loose' }),
    shell(hold('app_a', 1)),
    block('The database password', 5, { shows: 2, compare: 'loose' }),
    shell(`${release}; rm both.pgpass`),
    block('The database password', 6, { as: postgres }),
    shell('BASE_URL=https://app.example.com VERSION=v1.0.0 ./smoke.sh | tail -1 | grep -qx "0 failed"; ! psql -Xc "SELECT 1" service=app 2> /dev/null'),
    // And the way back.
    shell('psql -Xqc "ALTER ROLE app_a LOGIN"', postgres),
    shell(`(umask 077; echo '*:5432:app:app_a:app-password' > app_a.pgpass); ./switch-role.sh api-1 chat-api app_b app_a < app_a.pgpass; ./switch-role.sh api-2 chat-api app_b app_a < app_a.pgpass; ./switch-role.sh worker-1 chat-worker app_b app_a < app_a.pgpass`),
    block('The TLS key', 2),
    shell('mkdir -p /etc/letsencrypt/archive/app.example.com && cd /etc/letsencrypt/archive/app.example.com && cp ../../live/app.example.com/fullchain.pem cert9.pem && cp cert9.pem cert10.pem; cd', 'lb-1'),
    block('The TLS key', 3, { as: 'lb-1' }),
    shell('test "$old" = /etc/letsencrypt/archive/app.example.com/cert9.pem && rm -r /etc/letsencrypt/archive', 'lb-1'),
  ],
  skipped: { '"The TLS key" 1': 'needs a public domain and a certificate authority' },
};
