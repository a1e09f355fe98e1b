import { block, type Scenario, shell } from '../steps.ts';

export const first48Hours: Scenario = {
  guide: 'first-48-hours',
  needs: [],
  steps: [
    shell('truncate -s 0 /var/log/nginx/access.log', 'lb-1'),
    shell('for n in 1 2 3; do BASE_URL=https://app.example.com VERSION=v1.0.0 ./smoke.sh > /dev/null; done'),
    block('Application performance', 1, { as: 'lb-1', shows: 0 }),
    shell(`tail -n 200 /var/log/nginx/access.log | jq -rs 'map(.path |= gsub("/[^/]*[0-9][^/]*"; "/:id") | .path |= gsub("^/api/:id"; "/api/v1")) | map(.path) | unique | .[]' | grep -qx /api/v1/conversations/:id/messages`, 'lb-1'),
    block('Error rates', 1, { as: 'lb-1', compare: 'loose' }),
    shell('ssh worker-1 systemctl stop chat-worker; BASE_URL=https://app.example.com VERSION=v1.0.0 ./smoke.sh > /dev/null; ssh worker-1 systemctl start chat-worker'),
    block('Error rates', 1, { as: 'lb-1', shows: 2, compare: 'loose' }),
    block('User activity', 1),
    block('Database performance', 1, { compare: 'loose' }),
    block('Database performance', 2, { shows: 0 }),
    block('Server resources', 1, { shows: 0 }),
  ],
};
