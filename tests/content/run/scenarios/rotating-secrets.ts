import { block, save, type Scenario, shell } from '../steps.ts';

const postgres = 'postgres@db-1';

export const rotatingSecrets: Scenario = {
  guide: 'rotating-secrets',
  needs: [],
  steps: [
    block('The database password', 1, { as: postgres }),
    shell(`psql -Xqc "ALTER ROLE app_b PASSWORD 'second-password'"`, postgres),
    shell(`echo '*:5432:app:app_b:second-password' > app_b.pgpass`),
    save('The database password', 2, '/root/switch-role.sh'),
    block('The database password', 3),
    shell('BASE_URL=https://app.example.com VERSION=v1.0.0 ./smoke.sh | tail -1 | grep -qx "0 failed"'),
    block('The database password', 4),
    block('The database password', 5, { as: postgres }),
    shell('BASE_URL=https://app.example.com VERSION=v1.0.0 ./smoke.sh | tail -1 | grep -qx "0 failed"; ! psql -Xc "SELECT 1" service=app 2> /dev/null'),
    // And the way back.
    shell('psql -Xqc "ALTER ROLE app_a LOGIN"', postgres),
    shell(`echo '*:5432:app:app_a:app-password' > app_a.pgpass; ./switch-role.sh api-1 chat-api app_b app_a < app_a.pgpass; ./switch-role.sh api-2 chat-api app_b app_a < app_a.pgpass; ./switch-role.sh worker-1 chat-worker app_b app_a < app_a.pgpass`),
    block('The TLS key', 2),
  ],
  skipped: { '"The TLS key" 1': 'needs a public domain and a certificate authority' },
};
