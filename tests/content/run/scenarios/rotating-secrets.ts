import { block, save, type Scenario, shell } from '../steps.ts';
import { hold, release } from './hold.ts';

const postgres = 'postgres@db-1';

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
    // A second run takes nothing away from the way back.
    shell(
      './switch-role.sh api-1 chat-api app_a app_b < app_b.pgpass && ssh api-1 grep -q //app_a@ /etc/chat/env.before && test "$(ssh api-1 grep -c app_b /etc/chat/pgpass)" = 1',
    ),
    shell('BASE_URL=https://app.example.com VERSION=v1.0.0 ./smoke.sh | tail -1 | grep -qx "0 failed"'),
    // The service of the run keeps no session open: they are held for it.
    shell(`(umask 077; cat .pgpass app_b.pgpass > both.pgpass); export PGPASSFILE=both.pgpass; ${hold('SELECT 1', 'service=app user=app_b')}`),
    block('The database password', 5, { compare: 'loose' }),
    shell(hold('SELECT 1', 'service=app')),
    block('The database password', 5, { shows: 2, compare: 'loose' }),
    shell(`${release}; unset PGPASSFILE; rm both.pgpass`),
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
