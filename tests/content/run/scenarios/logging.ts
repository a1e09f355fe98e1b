import { block, type Scenario, shell } from '../steps.ts';

const empty = `for host in api-1 api-2; do ssh $host 'truncate -s 0 /var/log/units/chat-api.log'; done`;
const line = (text: string) => `printf '%s %s\\n' "$(date +%s)" '${text}' >> /machines/api-1/var/log/units/chat-api.log`;
const id = 'f1864b4018fb0c62e866e130cb1a7cf9';

export const logging: Scenario = {
  guide: 'logging',
  needs: [],
  steps: [
    shell(`for n in 1 2 3; do curl -s https://app.example.com/healthz > /dev/null; done`),
    block('What to log', 1, { compare: 'loose' }),
    shell(empty),
    shell(line('signed in: Anne-Marie.42@Mail-2.Example.COM')),
    shell(line('signed in: bob@example.org')),
    shell(line('header: bearer abc123.DEF456-ghi789')),
    block('What to log', 1, { shows: 2 }),
    shell(empty),
    block('What to log', 5),
    block('Levels for production', 1, { compare: 'loose', shows: 0 }),
    block('Levels for production', 2, { as: 'owner' }),
    shell('psql -Xqc "ALTER ROLE app_owner SET log_parameter_max_length = -1"', 'postgres@db-1'),
    block('Levels for production', 2, { as: 'owner', shows: 2 }),
    shell('psql -Xqc "ALTER ROLE app_owner RESET log_parameter_max_length"', 'postgres@db-1'),
    shell(`${empty}; curl -s -H 'X-Request-Id: ${id}' http://api-1:3000/healthz > /dev/null; until ssh api-1 grep -q ${id} /var/log/units/chat-api.log; do sleep 0.2; done`),
    block('Find one request', 1, { compare: 'loose' }),
    block('Find one request', 2, { compare: 'loose' }),
    shell(line('{"level":"error","event":"request failed"}')),
    block('Find one request', 2, { shows: 2, compare: 'loose' }),
    shell(empty),
  ],
  skipped: {
    '"What to log" 2': 'lines of the configuration that the machines run',
    '"What to log" 3': 'lines of the configuration that the machines run',
    '"What to log" 4': 'lines of the configuration that the machines run',
    '"Collect them" 1': 'needs a collector',
    '"Collect them" 2': 'the configuration of the journal, which the run does not have',
    "\"Keep a deployment's log\" 1": 'records a terminal until somebody ends it',
  },
};
