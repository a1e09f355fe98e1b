import { block, type Scenario, shell } from '../steps.ts';

const smoke = 'for n in 1 2 3; do BASE_URL=http://api-$((1 + n % 2)):3000 VERSION=v1.0.0 ./smoke.sh; done; BASE_URL=https://app.example.com VERSION=v1.0.0 ./smoke.sh';

export const verifying: Scenario = {
  guide: 'verifying-a-deployment',
  needs: [],
  steps: [
    shell(smoke),
    block('The new version everywhere', 1),
    shell('./deploy-one.sh api-2 v0.9.4 > /dev/null'),
    block('The new version everywhere', 1, { shows: 2 }),
    shell('./deploy-one.sh api-2 v1.0.0 > /dev/null'),
    block('The new version everywhere', 2),
    block('Health', 1),
    shell(`ssh api-1 'mv /etc/chat/pgpass /etc/chat/pgpass.away'`),
    block('Health', 1, { shows: 2 }),
    shell(`ssh api-1 'mv /etc/chat/pgpass.away /etc/chat/pgpass'`),
    block('Database connections', 1, { shows: 0 }),
    block('Endpoints', 1),
    block('Sign-in and core functions', 1, { compare: 'loose' }),
    block('Performance', 1, { as: 'lb-1', shows: 0 }),
    shell(`ssh api-1 'truncate -s 0 /var/log/units/chat-api.log'; ssh api-2 'truncate -s 0 /var/log/units/chat-api.log'`),
    shell('for n in 1 2; do curl -s http://api-1:3000/healthz http://api-2:3000/healthz; done; for host in api-1 api-2; do until [ "$(ssh $host "wc -l < /var/log/units/chat-api.log")" -ge 2 ]; do sleep 0.2; done; done'),
    block('Logs', 1, { compare: 'loose' }),
    shell(`ssh api-1 'mv /etc/chat/pgpass /etc/chat/pgpass.away'; curl -s -H @.chat/a.header http://api-1:3000/api/v1/me; until ssh api-1 grep -q request.failed /var/log/units/chat-api.log; do sleep 0.2; done`),
    block('Logs', 1, { shows: 2, compare: 'loose' }),
    shell(`ssh api-1 'mv /etc/chat/pgpass.away /etc/chat/pgpass'; ssh lb-1 touch /srv/chat/maintenance.on`),
    block('Endpoints', 1, { shows: 2, exit: 0 }),
    shell('ssh lb-1 rm /srv/chat/maintenance.on'),
  ],
};
