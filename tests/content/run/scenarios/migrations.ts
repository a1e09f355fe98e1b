import { block, save, type Scenario, shell } from '../steps.ts';
import { hold, release } from './hold.ts';

const holdTable = hold('LOCK TABLE messages IN ACCESS SHARE MODE');

export const migrations: Scenario = {
  guide: 'migrations',
  needs: [],
  steps: [
    shell(holdTable),
    block('Expand first', 1, { shows: 2 }),
    shell(release),
    block('Expand first', 1),
    block('Expand first', 2),
    block('Expand first', 3),
    // The fault that the guide warns of: a lock timeout leaves an invalid index.
    shell(
      `${hold('UPDATE messages SET body = body WHERE id = 1')}
      ! psql -Xq service=owner -c "SET lock_timeout = '1s'" -c 'CREATE INDEX CONCURRENTLY messages_created_at ON messages (created_at)' 2> /dev/null
      ${release}`,
    ),
    block('Indexes', 2, { shows: 2 }),
    shell("psql -Xq service=owner -c 'SET lock_timeout = 0' -c 'DROP INDEX CONCURRENTLY messages_created_at'"),
    block('Indexes', 1),
    block('Indexes', 2),
    shell(
      `mkdir -p migrations && printf "SET lock_timeout = '2s';\\nALTER TABLE users ADD colum nick text;\\n" > migrations/0007.sql`,
    ),
    block('Run the migrations', 1, { shows: 2 }),
    shell(`printf "SET lock_timeout = '2s';\\nCREATE TABLE searches (id bigint PRIMARY KEY);\\n" > migrations/0007.sql`),
    block('Run the migrations', 1),
    block('Run the migrations', 2),
    save('Move the data in batches', 1, '/root/backfill.sh'),
    block('Move the data in batches', 2),
    block('Move the data in batches', 3),
    shell(holdTable),
    block('Make it required', 1, { shows: 2, exit: 0 }),
    shell(release),
    block('Make it required', 1),
    shell(
      `psql -XAtqc "INSERT INTO messages (conversation_id, body) VALUES (1, 'x')" service=app 2>&1 | grep -q 'violates not-null constraint'`,
    ),
    shell(
      `psql -Xqc 'DROP TABLE searches' -c 'ALTER TABLE messages DROP COLUMN language' -c 'DROP INDEX messages_created_at' service=owner; rm -r migrations backfill.*`,
    ),
  ],
};
