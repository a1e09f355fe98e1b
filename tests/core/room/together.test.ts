import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { reduceRoom } from '~/core/room/reduce';
import { createRoom, type Message, type Room, type RoomEffect } from '~/core/room/room';
import { toRoomEntry } from '~/core/room/room-entry';
import type { Entry } from '~/core/run/entry';
import { forAll } from '../law';

const now = 29_000_000 * 60_000;
const self = { writer: '00000000000000aa', run: '00c0ffee', page: 'runbooks/release', keep: 3600 };
const moment = { now, chance: 0.5 };

/** Somebody who has connected, holds nothing, and listens. */
function makeListener(): Room {
  const joining = reduceRoom(createRoom(self, 'Kim', 29_000_000), { kind: 'join', ...moment }).room;
  return reduceRoom(joining, { kind: 'connected', ...moment }).room;
}

const entryOf = (n: number, at = 29_000_000): Entry => ({
  key: `mark/item-${String(n)}`,
  value: 'done',
  at,
  seq: 0,
  by: '',
});

const segmentOf = (writer: string, n: number, entries: readonly Entry[], rest: object = {}): Message => ({
  kind: 'segment',
  writer,
  n,
  segment: {
    run: self.run,
    page: self.page,
    start: 28_999_000 + n,
    roomEntries: entries.flatMap((entry) => toRoomEntry(entry) ?? []),
    ...rest,
  },
});

const writer = fc.constantFrom('00000000000000aa', '00000000000000bb', '00000000000000cc');
const place = { writer, n: fc.nat(3) };
const message: fc.Arbitrary<Message> = fc.oneof(
  fc
    .record({ ...place, items: fc.array(fc.nat(30), { maxLength: 12 }), ahead: fc.constantFrom(0, 0, 0, 25 * 60) })
    .map(({ writer: by, n, items, ahead }) =>
      segmentOf(
        by,
        n,
        items.map((item) => entryOf(item, 29_000_000 + ahead)),
      ),
    ),
  fc.record(place).map(({ writer: by, n }) => segmentOf(by, n, [entryOf(n)], { run: 'deadbeef' })),
  fc.record({ kind: fc.constant('nothing' as const), ...place }),
  fc.record({
    kind: fc.constant('presence' as const),
    writer,
    presence: fc.record({
      word: fc.constantFrom('hello', 'here', 'bye'),
      name: fc.constantFrom('Lee', ''),
      interval: fc.constant(30),
      digest: fc.constant(undefined),
    }),
  }),
  fc.constant({ kind: 'trouble' as const, trouble: 'unreadable' as const }),
);

const takesOf = (effects: readonly RoomEffect[]) => effects.filter((effect) => effect.kind === 'take');

describe('messages that arrived together', () => {
  test('[LV14] leave the room as they would one after the other, and bring the same', () => {
    forAll([fc.array(message, { maxLength: 30 })], (messages) => {
      const alone = messages.reduce(
        ({ room, effects }, each) => {
          const step = reduceRoom(room, { kind: 'heard', messages: [each], ...moment });
          return { room: step.room, effects: [...effects, ...step.effects] };
        },
        { room: makeListener(), effects: [] as RoomEffect[] },
      );
      const together = reduceRoom(makeListener(), { kind: 'heard', messages, ...moment });
      expect(together.room).toEqual(alone.room);
      const taken = takesOf(alone.effects);
      expect(takesOf(together.effects).flatMap(({ entries }) => entries)).toEqual(
        taken.flatMap(({ entries }) => entries),
      );
      expect(takesOf(together.effects).map(({ start }) => start)).toEqual(
        taken.length > 0 ? [Math.min(...taken.map(({ start }) => start))] : [],
      );
    });
  });

  test('[LV14] enter the run as one, and what the room holds is copied once, however many they are', () => {
    const messages = Array.from({ length: 300 }, (_, n) =>
      segmentOf(
        '00000000000000bb',
        n,
        Array.from({ length: 32 }, (_entry, i) => entryOf(32 * n + i)),
      ),
    );
    const listener = makeListener();
    const copies = vi.spyOn(globalThis, 'Map');
    try {
      const { room, effects } = reduceRoom(listener, { kind: 'heard', messages, ...moment });
      const large = copies.mock.calls.filter(([given]) => given instanceof Map);
      expect(large.length).toBeLessThanOrEqual(5);
      expect(room.held.size).toBe(9600);
      expect(takesOf(effects).map(({ entries }) => entries.length)).toEqual([9600]);
    } finally {
      copies.mockRestore();
    }
  });

  test('[LV14] stop a room at the one that is too much: what came before it is taken, nothing after it', () => {
    const flood = Array.from({ length: 320 }, (_, n) =>
      segmentOf(
        '00000000000000bb',
        n,
        Array.from({ length: 32 }, (_entry, i) => entryOf(32 * n + i)),
      ),
    );
    const { room, effects } = reduceRoom(makeListener(), { kind: 'heard', messages: flood, ...moment });
    expect(room.phase).toBe('stopped');
    expect(room.held.size).toBe(9984);
    expect(takesOf(effects).map(({ entries }) => entries.length)).toEqual([9984]);
    expect(effects.filter(({ kind }) => kind === 'disconnect')).toHaveLength(1);
  });

  test('[LV14] leave the room before them as it was', () => {
    const before = makeListener();
    reduceRoom(before, {
      kind: 'heard',
      messages: [segmentOf('00000000000000bb', 0, [entryOf(1)]), { kind: 'nothing', writer: '00000000000000bb', n: 0 }],
      ...moment,
    });
    expect(before).toEqual(makeListener());
  });
});
