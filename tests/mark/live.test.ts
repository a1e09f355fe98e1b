import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBroker, type EmbeddedBroker } from '~/build/live/embedded-broker';
import { writeRoomLink } from '~/core/room/link';
import { joinAs, secret, until, type RoomPerson } from '../room/room-person';
import { makeSite, page, runJob } from './job';

const site = makeSite();
const room = writeRoomLink({ secret, run: '00c0ffee' });
let broker: EmbeddedBroker;
let kim: RoomPerson;

beforeEach(async () => {
  broker = await startBroker();
  kim = joinAs('Kim', broker.url);
  await until(() => kim.member.room().phase === 'open');
});
afterEach(async () => {
  kim.member.tell({ kind: 'leave' });
  await broker.stop();
});

/** `patience`: in milliseconds. */
const jobWithin = (patience: number, ...args: string[]) => {
  const env = {
    RUNSHEET_ROOM: `https://example.com/runbooks/release/?run#run=${room}`,
    RUNSHEET_BROKER: broker.url,
    GITHUB_ACTIONS: 'true',
  };
  return runJob(['--live', '--page', site.page, '--by', 'ci/9', '--format', 'json', ...args], {
    env,
    at: Math.floor(Date.now() / 60_000),
    patience,
  });
};
const job = (...args: string[]) => jobWithin(30_000, ...args);

test('[MK3] a job’s marks are in the room at once, it holds all that the room has, and repeating it adds nothing', async () => {
  kim.tick('smoke');
  await until(() => kim.pending() === 0);
  const first = await job('--done', 'smoke', 'logs');
  expect(first.code).toBe(0);
  await until(() => kim.entries.length === 2);
  expect(kim.entries.map(({ key, by }) => `${key} ${by}`)).toEqual(['mark/smoke Kim', 'mark/logs ci/9']);
  expect(first.out).toContain('"mark/smoke","done"');
  const again = await job('--done', 'smoke', 'logs');
  expect(again.out).toBe(first.out);
  expect(kim.entries).toHaveLength(2);
  await until(() => kim.names().length === 1);
});

test('[MK3] the room’s link is masked first, and stands in nothing else that the job writes', async () => {
  const { err, out } = await job('--failed', 'smoke');
  expect(err.startsWith(`::add-mask::${room}\n`)).toBe(true);
  expect(err.slice(err.indexOf('\n')) + out).not.toContain(room);
});

test('[MK3] what the room does not take is printed, with exit code 7', async () => {
  broker.forbid(true);
  const { code, out, err } = await jobWithin(2000, '--done', 'smoke');
  expect([code, err]).toEqual([7, expect.stringContaining('did not take')]);
  expect(JSON.parse(out)).toEqual([['mark/smoke', 'done', expect.any(Number), 0, 'ci/9']]);
  await broker.stop();
  const unreached = await jobWithin(2000, '--done', 'smoke');
  expect([unreached.code, unreached.err]).toEqual([
    7,
    expect.stringContaining('The room cannot be entered: unreachable'),
  ]);
  expect(JSON.parse(unreached.out)).toEqual([['mark/smoke', 'done', expect.any(Number), 0, 'ci/9']]);
  await broker.start();
});

test('[MK3] a job that names another page than the room is about enters nothing there', async () => {
  kim.tick('smoke');
  await until(() => kim.pending() === 0);
  const other = makeSite(true, { ...page, id: 'runbooks/other' });
  const { code, out, err } = await job('--page', other.page, '--done', 'logs');
  expect([code, out, err]).toEqual([3, '', expect.stringContaining('The room is about another run, or another page')]);
  await until(() => kim.names().length === 1);
  expect(kim.entries).toHaveLength(1);
  expect([...kim.member.room().troubles]).toEqual([]);
});
