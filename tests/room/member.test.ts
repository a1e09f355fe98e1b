import { afterEach, expect, test, vi } from 'vitest';
import { deriveKeys } from '~/core/room/keys';
import { sealPayload } from '~/core/room/payload';
import { writeSegment } from '~/core/room/segment';
import { topicOf } from '~/core/room/topic';
import { toRoomEntry } from '~/core/room/room-entry';
import type { Listener } from '~/room/broker';
import { createMember } from '~/room/member';
import { until } from './room-person';

/* A member whose broker is this test: what arrives, and when, is exact. */

const listeners: Listener[] = [];
vi.mock('~/room/broker', () => ({
  connectBroker: (_address: unknown, _reached: unknown, listener: Listener) => {
    listeners.push(listener);
    return Promise.resolve({
      keep: () => undefined,
      say: () => undefined,
      subscribe: () => undefined,
      close: () => undefined,
    });
  },
}));

const keys = await deriveKeys(crypto.subtle, new Uint8Array(16).fill(9));
const self = { run: '00c0ffee', page: 'runbooks/release', keep: 3600 };

/** A segment of 32 entries as the broker hands it on. */
async function makeHeard(n: number) {
  const topic = topicOf(keys.room, { kind: 'segment', writer: '00000000000000bb', n });
  const roomEntries = Array.from({ length: 32 }, (_, i) => ({
    key: `mark/step-${String(32 * n + i)}`,
    value: 'done',
    at: 29_000_000,
    seq: 0,
    by: 'KL',
  })).flatMap((entry) => toRoomEntry(entry) ?? []);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = writeSegment({ run: self.run, page: self.page, start: 29_000_000, roomEntries });
  const sealed = await sealPayload(crypto.subtle, keys.key, { topic, text, nonce });
  return { topic, message: sealed.ok ? sealed.value : expect.fail(), left: undefined };
}

afterEach(() => void listeners.splice(0));

/** Somebody who has connected, the numbers of entries that came together since, and how often the room was shown with other entries than before. */
async function join() {
  const takes: number[] = [];
  let shownEntries = 0;
  let changes = 0;
  const member = createMember({
    broker: 'ws://localhost:9/mqtt',
    keys,
    self,
    name: 'Kim',
    start: 29_000_000,
    take: (_start, entries) => void takes.push(entries.length),
    // On a busy machine a room is also shown because time has passed: that is no news of entries.
    change: ({ held }) => {
      if (held.size !== shownEntries) changes++;
      shownEntries = held.size;
    },
  });
  member.tell({ kind: 'join' });
  await until(() => listeners.length === 1);
  const [listener = expect.fail()] = listeners;
  listener.open();
  return { member, listener, takes, changes: () => changes };
}

test('[LV14] a joiner whom the broker sends hundreds of entries at once takes them as one, and shows the room once for them', async () => {
  const room = await join();
  const messages = await Promise.all(Array.from({ length: 29 }, (_, n) => makeHeard(n)));
  messages.forEach(room.listener.hear);
  await until(() => room.takes.length > 0);
  expect(room.takes).toEqual([928]);
  expect(room.changes()).toBe(1);
  room.member.tell({ kind: 'leave' });
});

test('[LV14] what arrives while messages are being opened follows together, in its order', async () => {
  const room = await join();
  const [first, ...rest] = await Promise.all(Array.from({ length: 9 }, (_, n) => makeHeard(n)));
  room.listener.hear(first ?? expect.fail());
  await Promise.resolve();
  await Promise.resolve();
  rest.forEach(room.listener.hear);
  await until(() => room.takes.reduce((sum, count) => sum + count, 0) === 288);
  expect(room.takes).toEqual([32, 256]);
  expect([...room.member.room().seen.keys()]).toEqual(
    Array.from({ length: 9 }, (_, n) => `00000000000000bb/${String(n)}`),
  );
  room.member.tell({ kind: 'leave' });
});
