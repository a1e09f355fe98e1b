import { block, save, type Scenario, shell } from '../steps.ts';

const madeUp = 'sk-proj-Abc1-Def2_Ghi3-Jkl4';
const secrets = 'MODEL_API_KEY MESSAGING_API_KEY SESSION_SECRET';

export const environmentAndSecrets: Scenario = {
  guide: 'environment-and-secrets',
  needs: [],
  steps: [
    save('Define the variables', 1, '/root/.env.example'),
    shell(`ssh api-1 'cp /etc/chat/env /tmp/env.kept; for name in ${secrets}; do echo $name=production-$name >> /etc/chat/env; done'`),
    block('Define the variables', 2),
    shell(`ssh api-1 "sed -i /SESSION_SECRET/d /etc/chat/env"`),
    block('Define the variables', 2, { shows: 2 }),
    shell(`ssh api-1 'echo SESSION_SECRET=production >> /etc/chat/env'`),
    block('Keep the secrets', 1),
    shell('cp /etc/chat/env new.env', 'api-1'),
    block('Keep the secrets', 2, { as: 'api-1' }),
    block('Database connection strings', 1),
    block('Database connection strings', 1, { shows: 2, replace: [['service=app', 'service=owner']] }),
    shell('test "$(psql -XAtqc "SELECT count(*) FROM messages" service=owner)" -gt 0'),
    block('Database connection strings', 2),
    save('Third-party keys', 0, '/root/secret-patterns.txt'),
    block('Third-party keys', 1),
    shell(`rm -r assets; mkdir assets; echo '${madeUp}' > assets/app.js; curl() { :; }`),
    block('Third-party keys', 1, { shows: 2 }),
    shell('unset -f curl; rm -r assets'),
    shell(
      `ssh api-1 cat /etc/chat/env | sed 's/production/staging/; s/10.0.1.11/10.9.1.11/; s/db-1/db-9/' | sed -n 's/=/ /p' | while read -r name value; do printf '%s %s\\n' "$name" "$(printf %s "$value" | sha256sum | cut -c1-8)"; done | sort > staging.txt`,
    ),
    block('Validate each environment', 1),
    shell(`ssh api-1 'cp -p /tmp/env.kept /etc/chat/env; rm -f /etc/chat/env.before'`),
  ],
};
