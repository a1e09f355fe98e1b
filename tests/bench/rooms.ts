/* eslint-disable no-console -- a bench prints */
import { readFileSync } from 'node:fs';
import { startBroker } from '~/build/live/embedded-broker';
import { deriveKeys } from '~/core/room/keys';
import { countPending } from '~/core/room/room';
import type { Entry } from '~/core/run/entry';
import { createMember, type Member } from '~/room/member';
import { find, startMosquitto, startNats } from '../room/installed';
import { medianOf, writeTable } from './table';

/*
 * `npm run bench:rooms`: what one broker on this machine carries in a bounded simulation. So many rooms with so many people each tick once in so
 * many seconds; the people are in this process, which takes more of the machine than the broker does. ROOMS, PEOPLE, SECONDS.
 */

process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
process.emitWarning = () => undefined;

const rooms = Number(process.env['ROOMS'] ?? 40);
const people = Number(process.env['PEOPLE'] ?? 5);
const seconds = Number(process.env['SECONDS'] ?? 20);
/** Seconds between two ticks of one person. */
const pause = 2;

const start = Math.floor(Date.now() / 60_000);

interface Person {
  member: Member;
  entries: Entry[];
}

/** Milliseconds from a tick to its arrival at each of the others. */
const delays: number[] = [];
const ticked = new Map<string, number>();

async function fill(n: number, urls: readonly string[]): Promise<Person[]> {
  const secret = new Uint8Array(16).fill(n + 1).with(0, n >> 8);
  const keys = await deriveKeys(crypto.subtle, secret);
  return Array.from({ length: people }, (_, k) => {
    const entries: Entry[] = [];
    const member = createMember({
      broker: urls[(n + k) % urls.length] ?? '',
      keys,
      self: { run: n.toString(16).padStart(8, '0'), page: 'runbooks/release', keep: 86_400 },
      name: `Person ${String(k)}`,
      start,
      take: (_start, taken) => {
        entries.push(...taken);
        for (const { key } of taken) {
          const at = ticked.get(`${String(n)} ${key}`);
          if (at !== undefined) delays.push(performance.now() - at);
        }
      },
      change: () => undefined,
    });
    member.tell({ kind: 'join' });
    return { member, entries };
  });
}

function tick({ member, entries }: Person, n: number, key: string): void {
  entries.push({ key, value: 'done', at: start, seq: 0, by: 'P' });
  ticked.set(`${String(n)} ${key}`, performance.now());
  member.tell({ kind: 'run', entries, start, from: 'here' });
}

const sleep = (ms: number) => new Promise((next) => setTimeout(next, ms));

async function waitFor(isSo: () => boolean, most: number): Promise<boolean> {
  const end = Date.now() + most;
  while (!isSo() && Date.now() < end) await sleep(20);
  return isSo();
}

/** Memory in MB and processor seconds of processes. */
function costOf(pids: readonly number[]): { memory: number; cpu: number } {
  const parts = pids.map((pid) => {
    const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ') ?? [];
    return { memory, cpu: (Number(fields[11]) + Number(fields[12])) / 100 };
  });
  return {
    memory: parts.reduce((sum, { memory }) => sum + memory, 0),
    cpu: parts.reduce((sum, { cpu }) => sum + cpu, 0),
  };
}

async function measure(name: string, urls: readonly string[], pids: readonly number[]): Promise<string[]> {
  delays.length = 0;
  ticked.clear();
  const filled: Person[][] = [];
  for (let n = 0; n < rooms; n++) {
    filled.push(await fill(n, urls));
    await sleep(100);
  }
  const all = filled.flat();
  const again = setInterval(
    () => all.forEach(({ member }) => member.room().phase === 'waiting' && member.tell({ kind: 'wake' })),
    500,
  );
  const isIn = await waitFor(() => all.every(({ member }) => member.room().phase === 'open'), 180_000);
  clearInterval(again);
  if (!isIn) throw new Error(`${name}: not everybody came in`);
  await sleep(3000);
  const before = costOf(pids);
  const rounds = Math.floor(seconds / pause);
  for (let round = 0; round < rounds; round++) {
    for (const [n, each] of filled.entries()) {
      each.forEach((person, k) => tick(person, n, `mark/${String(k)}-${String(round)}`));
      await sleep((pause * 1000) / rooms);
    }
  }
  const wanted = rounds * people;
  const isWhole = await waitFor(
    () => all.every(({ entries, member }) => entries.length === wanted && countPending(member.room()) === 0),
    60_000,
  );
  const after = costOf(pids);
  all.forEach(({ member }) => member.tell({ kind: 'leave' }));
  const joining = await timeJoining(urls[0] ?? '');
  const share = pids.length > 0 ? `${((100 * (after.cpu - before.cpu)) / seconds).toFixed(0)} %` : '–';
  const memory = pids.length > 0 ? `${after.memory.toFixed(0)} MB` : '–';
  const sorted = delays.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  return [
    name,
    `${String(rooms)} × ${String(people)}`,
    `${((rooms * people) / pause).toFixed(0)} in, ${((rooms * people * people) / pause).toFixed(0)} out`,
    isWhole ? '0' : 'some',
    `${medianOf(delays).toFixed(0)} / ${high.toFixed(0)} ms`,
    `${joining.toFixed(0)} ms`,
    memory,
    share,
  ];
}

/** Milliseconds from joining a room of 900 entries until all of them are there: the median of five joiners. */
async function timeJoining(url: string): Promise<number> {
  const keys = await deriveKeys(crypto.subtle, new Uint8Array(16).fill(0xee));
  const self = { run: 'ffffffff', page: 'runbooks/release', keep: 86_400 };
  const join = (entries: readonly Entry[], take: (taken: readonly Entry[]) => void) => {
    const member = createMember({
      broker: url,
      keys,
      self,
      name: '',
      start,
      take: (_start, taken) => take(taken),
      change: () => undefined,
    });
    member.tell({ kind: 'run', entries, start, from: 'elsewhere' });
    member.tell({ kind: 'join' });
    return member;
  };
  const all = Array.from({ length: 900 }, (_, seq) => ({
    key: `mark/step-${String(seq)}`,
    value: 'done',
    at: start,
    seq,
    by: 'Kim',
  }));
  const host = join(all, () => undefined);
  const isWhole = await waitFor(() => host.room().phase === 'open' && countPending(host.room()) === 0, 60_000);
  if (!isWhole) throw new Error('the room of 900 entries was not taken');
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    const began = performance.now();
    let count = 0;
    await new Promise<void>((done) => {
      const joiner = join([], (taken) => {
        count += taken.length;
        if (count < 900) return;
        times.push(performance.now() - began);
        setTimeout(() => {
          joiner.tell({ kind: 'leave' });
          done();
        });
      });
    });
  }
  host.tell({ kind: 'leave' });
  return medianOf(times);
}

const rows: string[][] = [];
const embedded = await startBroker();
rows.push(await measure('embedded (aedes)', [embedded.url], []));
await embedded.stop();
for (const [program, begin] of [
  ['mosquitto', startMosquitto],
  ['nats-server', startNats],
] as const) {
  const file = find(program);
  if (file === undefined) continue;
  const broker = await begin(file);
  rows.push(await measure(program === 'mosquitto' ? 'Mosquitto' : 'NATS, three nodes', broker.urls, broker.pids()));
  await broker.end();
}
console.log(
  writeTable(
    [
      'broker',
      'rooms × people',
      'messages a second',
      'lost',
      'tick to tick, median / 95 %',
      'joining 900 entries',
      'memory',
      'processor (of one core)',
    ],
    rows,
  ),
);
process.exit(0);
