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
    // A variable without a value is missing too.
    shell(`ssh api-1 "sed -i s/^SESSION_SECRET=.*/SESSION_SECRET=/ /etc/chat/env"`),
    block('Define the variables', 2, { shows: 2 }),
    shell(`ssh api-1 'sed -i s/^SESSION_SECRET=.*/SESSION_SECRET=production/ /etc/chat/env'`),
    block('Keep the secrets', 1),
    shell('cp /etc/chat/env new.env', 'api-1'),
    block('Keep the secrets', 2, { as: 'api-1' }),
    shell('cp /etc/chat/env kept; sed -i s/^SESSION_SECRET=.*/SESSION_SECRET=/ new.env', 'api-1'),
    block('Keep the secrets', 2, { as: 'api-1', shows: 2 }),
    shell('cmp kept /etc/chat/env; rm kept new.env', 'api-1'),
    block('Database connection strings', 1),
    block('Database connection strings', 1, { shows: 2, replace: [['service=app', 'service=owner']] }),
    shell('test "$(psql -XAtqc "SELECT count(*) FROM messages" service=owner)" -gt 0'),
    block('Database connection strings', 2),
    save('Third-party keys', 0, '/root/secret-patterns.txt'),
    block('Third-party keys', 1),
    // An app with a key in it.
    shell(`curl() { if [ "\${3##*/}" = index.html ]; then echo '<script src="/assets/app.js">' > "$3"; else echo '${madeUp}' > "$3"; fi; }`),
    block('Third-party keys', 1, { shows: 2 }),
    // A site that does not answer is no pass.
    shell('curl() { return 6; }'),
    block('Third-party keys', 1, { shows: 0 }),
    shell('! (cd "$served" && grep -qE x index.html 2> /dev/null); unset -f curl'),
    // Staging is the bastion here, under another name and with values of its own.
    shell(
      `ln -s bastion /machines/staging.example.com
      ssh api-1 cat /etc/chat/env | sed 's/production/staging/; s/10.0.1.11/10.9.1.11/; s/db-1/db-9/' > /etc/chat/env`,
    ),
    block('Validate each environment', 1),
    shell(`rm /machines/staging.example.com /etc/chat/env staging.txt production.txt; ssh api-1 'cp -p /tmp/env.kept /etc/chat/env; rm -f /etc/chat/env.before'`),
  ],
};
