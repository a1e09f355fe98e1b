import { block, save, type Scenario, shell } from '../steps.ts';

const ask = (count: number) => `curl -sZ --parallel-max 10 -o /dev/null "https://app.example.com/healthz?[1-${count}]" 2> /dev/null`;

export const progressiveRollout: Scenario = {
  guide: 'progressive-rollout',
  needs: [],
  steps: [
    save('Give it a share', 1, '/root/share.sh'),
    block('Give it a share', 2),
    shell('sleep 1; truncate -s 0 /machines/lb-1/var/log/nginx/access.log'),
    block('Give it a share', 3, { compare: 'loose' }),
    shell(`test "$(ssh lb-1 "grep -c '10.0.1.11' /var/log/nginx/access.log")" -lt 60`),
    save('Let it bake', 1, '/root/bake.sh'),
    // Too few requests are no proof.
    block('Let it bake', 2, { shows: 0, replace: [['./bake.sh api-1 30', 'MINUTE=1 ./bake.sh api-1 1']] }),
    shell('./share.sh api-1 1 > /dev/null; sleep 1'),
    shell(`(sleep 1; ${ask(400)}) & sleep 0`),
    shell('MINUTE=40 FEWEST=100 ./bake.sh api-1 1 | tail -1 | grep -q "^held for 1 minutes"; wait'),
    // A version that fails is taken out by itself.
    shell(`ssh api-1 'mv /etc/chat/pgpass /etc/chat/pgpass.away'; (sleep 1; curl -sZ --parallel-max 10 -o /dev/null "https://app.example.com/readyz?[1-200]" 2> /dev/null) & sleep 0`),
    block('Let it bake', 2, { shows: 2, compare: 'loose', replace: [['./bake.sh api-1 30', 'MINUTE=60 ./bake.sh api-1 1']] }),
    shell(`wait; ssh api-1 'mv /etc/chat/pgpass.away /etc/chat/pgpass'; ssh lb-1 "grep -q '10.0.1.11:3000 .* down;' /etc/nginx/chat-upstream.conf" && ./drain.sh api-1 in`),
    block('Widen it', 1),
  ],
};
