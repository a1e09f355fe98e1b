// Answers the messages in the queue, one at a time; on SIGTERM it finishes the one that it has.
import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const next = `
  UPDATE jobs SET state = 'done', reply = 'pong', started_at = now(), finished_at = now()
   WHERE id = (SELECT id FROM jobs WHERE state = 'waiting' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id`;

let stopping = false;
process.on('SIGTERM', () => {
  stopping = true;
});

while (!stopping) {
  const found = await run('psql', ['-XAtq', '-d', process.env.DATABASE_URL, '-c', next]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
  if (found === '') await pause(150);
}
