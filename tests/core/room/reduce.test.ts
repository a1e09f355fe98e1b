import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '~/core/run/entry';
import { roomCaps } from '~/core/room/caps';
import { namesIn } from '~/core/room/room';
import { readSegment, writeSegment } from '~/core/room/segment';
import { toRoomEntry } from '~/core/room/room-entry';
import { forAll } from '../law';
import { Simulation, textsOf, type Weather } from './simulation';

const second = 1000;
const minute = 60 * second;

const entry = (key: string, rest: Partial<Entry> = {}): Entry => ({
  key: `mark/${key}`,
  value: 'done',
  at: 29_000_000,
  seq: 0,
  by: 'KL',
  ...rest,
});

const many = (count: number, prefix = 'old') =>
  Array.from({ length: count }, (_, i) => entry(`${prefix}-${String(i)}`));

/** Everybody holds the same, the broker keeps it, and nothing is pending. */
function expectAgreement(room: Simulation, all: readonly string[] = room.holds(0)): void {
  room.members.forEach((_, n) => {
    expect(room.holds(n)).toEqual(all);
    expect(room.pending(n)).toBe(0);
  });
  expect(room.keeps()).toEqual(all);
}

/** The events that may happen in a room. Numbers choose the person and the act. */
const happening = fc.oneof(
  { weight: 12, arbitrary: fc.record({ what: fc.constant('tick' as const), who: fc.nat(9), item: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('pass' as const), who: fc.nat(9), item: fc.nat(20) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'join',
        'offline',
        'online',
        'rest',
        'cut',
        'restart',
        'wipe',
        'empty',
        'garbage',
        'claim',
        'lose-silently',
      ),
      who: fc.nat(9),
      item: fc.nat(20),
    }),
  },
);

type Story = readonly (typeof happening extends fc.Arbitrary<infer Happening> ? Happening : never)[];

/** Lets a story happen in a room of two, then lets the weather clear up, and looks whether all have all. */
function expectAgreementAfter(seed: number, weather: Weather, keep: number, story: Story): void {
  const room = new Simulation(seed);
  room.keep = keep;
  room.add(many(40), keep || 86_400);
  room.add([], keep || 86_400);
  room.weather = weather;
  for (const { what, who, item } of story) {
    const n = who % room.members.length;
    const places = [...room.kept.keys()];
    const place = places[item % Math.max(places.length, 1)];
    if (what === 'tick') room.tick(n, `mark/item-${String(item)}`, item % 3 ? 'done' : 'todo');
    else if (what === 'pass') room.pass(item * item * 40);
    else if (what === 'join') {
      if (room.members.length < 6) room.add(many(item, 'brought'), keep || 86_400);
    } else if (what === 'offline') room.goOffline(n);
    else if (what === 'online') room.goOnline(n);
    else if (what === 'rest' || what === 'cut') room.tell(n, { kind: what });
    else if (what === 'restart' || what === 'wipe') room.restart({ wiped: what === 'wipe' });
    else if (what === 'lose-silently') room.kept.delete(place ?? '');
    else if (place !== undefined) {
      const claim = { run: '00c0ffee', page: 'runbooks/release', start: 1, roomEntries: [] };
      room.overwrite(place, what === 'empty' ? '' : what === 'garbage' ? '{' : writeSegment(claim));
    }
  }
  room.weather = { drop: 0, duplicate: 0, delay: 5 };
  room.members.forEach((_, n) => room.goOnline(n));
  room.pass(10 * minute);
  const all = [...new Set(room.members.flatMap((_, n) => room.holds(n)))].toSorted();
  room.members.forEach((_, n) => {
    expect(room.holds(n)).toEqual(all);
    expect(room.pending(n)).toBe(0);
  });
  // A message that vanishes without a word is missed by whoever listens anew.
  room.members.forEach((_, n) => room.tell(n, { kind: 'rest' }));
  room.members.forEach((_, n) => room.goOnline(n));
  room.pass(minute);
  expectAgreement(room, all);
}

describe('a room', () => {
  test('[LV6] whatever was dropped, overtaken, doubled, wiped, overwritten: in the end all have all, and nothing is pending', () => {
    forAll(
      [
        fc.integer(),
        fc.record({ drop: fc.constantFrom(0, 0.1, 0.3), duplicate: fc.constantFrom(0, 0.2), delay: fc.nat(800) }),
        fc.constantFrom(0, 900, 86_400),
        fc.array(happening, { maxLength: 60 }),
      ],
      expectAgreementAfter,
    );
  });

  test('[LV6] so it is where the broker loses a segment without a word, and then somebody joins', () => {
    expectAgreementAfter(-187_339_655, { drop: 0, duplicate: 0, delay: 0 }, 0, [
      { what: 'tick', who: 0, item: 0 },
      { what: 'pass', who: 0, item: 7 },
      { what: 'lose-silently', who: 0, item: 0 },
      { what: 'join', who: 0, item: 0 },
    ]);
  });

  test('[LV6] a late joiner gets all, and brings what nobody has', () => {
    const room = new Simulation(1);
    room.add(many(900));
    room.pass(10 * second);
    expect(room.kept.size).toBe(Math.ceil(900 / roomCaps.segmentEntries));
    room.add(many(5, 'mine'));
    room.pass(10 * second);
    expectAgreement(room);
    expect(room.holds(1)).toHaveLength(905);
  });

  test('[LV6] who has nothing new publishes nothing', () => {
    const room = new Simulation(2);
    room.add(many(100));
    room.pass(10 * second);
    const before = room.published;
    room.add(many(100));
    room.add([]);
    room.pass(minute);
    expect(room.published).toBe(before);
    expectAgreement(room);
  });

  test('[LV6] a publication is delivered once it comes back, whatever a broker acknowledges', () => {
    const room = new Simulation(3);
    room.add();
    room.pass(5 * second);
    room.weather = { drop: 1, duplicate: 0, delay: 0 };
    room.tick(0, 'mark/a', 'done');
    room.pass(9 * second);
    expect(room.pending(0)).toBe(1);
    expect(room.members[0]?.room.troubles).toEqual(new Set());
    room.pass(2 * second);
    expect(room.members[0]?.room.troubles).toEqual(new Set(['not-taken']));
    room.weather = { drop: 0, duplicate: 0, delay: 0 };
    room.pass(10 * second);
    expect(room.pending(0)).toBe(0);
    expect(room.members[0]?.room.troubles).toEqual(new Set());
  });

  test('[LV7] one publication is on its way at a time, and takes along what came meanwhile', () => {
    const room = new Simulation(4);
    room.add();
    room.pass(5 * second);
    room.weather = { drop: 0, duplicate: 0, delay: 0 };
    for (let i = 0; i < 30; i++) room.tick(0, `mark/item-${String(i)}`, 'done');
    expect(room.published).toBe(1);
    room.pass(second);
    expect(room.published).toBe(2);
    expect(room.kept.size).toBe(1);
    expectAgreement(room);
  });

  test('[LV7] a segment closes at 32 entries, and before it would pass 3,500 bytes', () => {
    const room = new Simulation(5);
    room.add([
      ...many(40),
      ...many(4, 'long').map((each, i) => ({ ...each, key: `note/n${String(i)}`, value: 'x'.repeat(1500) })),
    ]);
    room.pass(10 * second);
    const sizes = [...room.kept.values()].map(({ text }) => {
      const read = readSegment(text);
      return read.ok ? read.value.roomEntries.length : 0;
    });
    expect(Math.max(...sizes)).toBe(32);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(44);
    for (const { text } of room.kept.values()) expect(text.length).toBeLessThan(3600);
  });

  test('[LV15] where the browser says that there is no network, the room is lost at once, and entered again with what was ticked meanwhile', () => {
    const room = new Simulation(18);
    room.add();
    room.add();
    room.pass(5 * second);
    room.tell(0, { kind: 'cut' });
    expect(room.members[0]?.room.phase).toBe('waiting');
    expect(room.members[0]?.room.troubles).toEqual(new Set(['unreachable']));
    room.tick(0, 'mark/a', 'done');
    expect(room.pending(0)).toBe(1);
    room.pass(100);
    expect(namesIn(room.members[1]?.room ?? expect.fail())).toEqual(['Person 1']);
    room.pass(10 * second);
    expectAgreement(room);
    expect(room.members[0]?.room.troubles).toEqual(new Set());
    expect(namesIn(room.members[1]?.room ?? expect.fail())).toHaveLength(2);
  });

  test('[LV10] what was delivered before stays so until the room was heard anew, and what is new does not', () => {
    const room = new Simulation(19);
    room.add();
    room.add();
    room.pass(5 * second);
    room.tick(0, 'mark/a', 'done');
    room.pass(5 * second);
    expect(room.pending(0)).toBe(0);
    room.tell(0, { kind: 'cut' });
    expect(room.pending(0)).toBe(0);
    room.tick(0, 'mark/b', 'done');
    expect(room.pending(0)).toBe(1);
    room.tell(0, { kind: 'wake' });
    for (let i = 0; i < 1000 && room.members[0]?.room.phase !== 'listening'; i++) room.pass(1);
    // Nothing that the broker keeps has come yet.
    expect(room.members[0]?.room).toMatchObject({ phase: 'listening', cover: new Map() });
    expect(room.pending(0)).toBe(1);
    room.pass(10 * second);
    expect(room.pending(0)).toBe(0);
  });

  test('[LV8] what was overwritten, its writer publishes again, but not for ever', () => {
    const room = new Simulation(6);
    room.add();
    room.pass(5 * second);
    room.tick(0, 'mark/a', 'done');
    room.pass(5 * second);
    const [place = ''] = room.kept.keys();
    for (let i = 0; i < 300; i++) {
      room.overwrite(place, '{');
      room.pass(100);
    }
    expect(room.published).toBe(roomCaps.publications);
    expect(room.pending(0)).toBe(1);
    room.add();
    room.tell(1, { kind: 'run', entries: [], start: 29_000_000, from: 'here' });
    room.pass(minute);
    expect(room.pending(0)).toBe(1);
    room.tell(0, { kind: 'rest' });
    room.tell(0, { kind: 'wake' });
    room.pass(10 * second);
    expectAgreement(room);
  });

  test('[LV8] the others take over what an absent writer cannot say again', () => {
    const room = new Simulation(7);
    room.add(many(3));
    room.add();
    room.pass(10 * second);
    room.tell(0, { kind: 'leave' });
    const [place = ''] = room.kept.keys();
    room.overwrite(place, '');
    room.pass(5 * second);
    expect(room.keeps()).toEqual(room.holds(1));
    expect(room.pending(1)).toBe(0);
  });

  test('[LV8] another tab’s entry is taken over only where nobody publishes it', () => {
    const room = new Simulation(8);
    room.add();
    room.pass(5 * second);
    const [first] = room.members;
    first?.entries.push(entry('elsewhere'));
    room.tell(0, { kind: 'run', entries: first?.entries, start: 29_000_000, from: 'elsewhere' });
    room.pass(4 * second);
    expect(room.published).toBe(0);
    room.pass(2 * second);
    expectAgreement(room);
  });

  test('[LV12] a segment that will soon expire is published again before it does', () => {
    const room = new Simulation(9);
    room.keep = 3600;
    room.add(many(3), 3600);
    room.pass(44 * minute);
    expect(room.published).toBe(1);
    room.pass(2 * minute);
    expect(room.published).toBe(2);
    room.pass(10 * 60 * minute);
    expectAgreement(room);
  });

  test('[LV11] one lost message is noticed by the digest, and mended within seconds', () => {
    const room = new Simulation(10);
    room.add();
    room.add();
    room.pass(10 * second);
    room.tick(0, 'mark/a', 'done');
    // The broker has it and echoes it to the writer; to the second person it is lost.
    room.deaf.add(1);
    room.pass(20);
    room.deaf.clear();
    expect(room.holds(1)).toEqual([]);
    room.pass(5 * second);
    expectAgreement(room);
  });

  test('[LV11] a segment that the broker lost without a word is noticed by who joins after, and published again for them', () => {
    for (const absent of [undefined, 0]) {
      const room = new Simulation(-187_339_655);
      room.add(many(40));
      room.add();
      room.pass(10 * second);
      if (absent !== undefined) room.tell(absent, { kind: 'leave' });
      const [place = ''] = room.kept.keys();
      room.kept.delete(place);
      const joiner = room.add();
      room.pass(second);
      expect(room.holds(joiner)).toHaveLength(8);
      room.pass(30 * second);
      expect(room.holds(joiner)).toEqual(textsOf(many(40)));
      expect(room.keeps()).toEqual(textsOf(many(40)));
      expect(room.pending(joiner)).toBe(0);
    }
  });

  test('[LV11] a joiner to whom the broker did not send all hears it from those who answer, and listens again at once', () => {
    const room = new Simulation(17);
    room.add(many(40));
    room.add();
    room.pass(10 * second);
    const [[place = '', lost] = []] = room.kept;
    room.kept.delete(place);
    const joiner = room.add();
    room.pass(200);
    room.kept.set(place, lost ?? expect.fail());
    room.pass(6 * second);
    expect(room.holds(joiner)).toEqual(textsOf(many(40)));
  });

  test('[LV11] a person who is behind for a moment makes nobody else listen again', () => {
    const room = new Simulation(16);
    room.add(many(40));
    room.add();
    room.pass(10 * second);
    room.deaf.add(1);
    room.tick(0, 'mark/a', 'done');
    room.pass(20);
    room.deaf.clear();
    room.tell(1, { kind: 'name', name: 'Somebody' });
    room.pass(5 * minute);
    expectAgreement(room);
    expect(room.members[0]?.room.doubts).toBe(0);
    expect(room.members[0]?.room.doubtAgainAt).toBe(0);
  });

  test('[LV11] who is there is known by name, until they say bye or fall silent', () => {
    const room = new Simulation(11);
    room.add();
    room.add();
    room.add();
    room.pass(5 * second);
    for (const n of [0, 1, 2]) {
      expect(namesIn(room.members[n]?.room ?? expect.fail()).toSorted()).toEqual(['Person 0', 'Person 1', 'Person 2']);
    }
    room.tell(2, { kind: 'leave' });
    room.pass(second);
    expect(namesIn(room.members[0]?.room ?? expect.fail())).toEqual(['Person 0', 'Person 1']);
    const silent = room.members[1];
    if (silent) silent.online = false;
    room.pass(3 * minute);
    expect(namesIn(room.members[0]?.room ?? expect.fail())).toEqual(['Person 0']);
  });

  test('[LV9] a flood stops the room and cuts nothing of what is held', () => {
    const room = new Simulation(12);
    room.add(many(10));
    room.pass(10 * second);
    for (let n = 0; n < 400; n++) {
      const roomEntries = many(32, `flood-${String(n)}`).flatMap((each) => toRoomEntry(each) ?? []);
      const text = writeSegment({ run: '00c0ffee', page: 'runbooks/release', start: 29_000_000, roomEntries });
      room.overwrite(`ffffffffffffffff/${String(n)}`, text);
    }
    room.pass(second);
    const [flooded] = room.members;
    expect(flooded?.room.phase).toBe('stopped');
    expect(flooded?.room.troubles).toContain('full');
    expect(room.holds(0).length).toBeLessThanOrEqual(roomCaps.entries);
    expect(room.holds(0)).toEqual(expect.arrayContaining(textsOf(many(10))));
  });

  test('[LV9] more topics than a room has stop it', () => {
    const room = new Simulation(13);
    room.add();
    room.pass(5 * second);
    const text = writeSegment({ run: '00c0ffee', page: 'runbooks/release', start: 29_000_000, roomEntries: [] });
    for (let n = 0; n <= roomCaps.topics; n++) room.overwrite(`ffffffffffffffff/${String(n)}`, text);
    room.pass(second);
    expect(room.members[0]?.room.phase).toBe('stopped');
  });

  test('[LV9] an entry that is too big stays here, is told, and holds nothing else up', () => {
    const room = new Simulation(14);
    room.add([entry('a'), { ...entry('b'), key: 'note/b', value: 'x'.repeat(2001) }]);
    room.pass(10 * second);
    expect(room.members[0]?.room.troubles).toEqual(new Set(['too-big']));
    expect(room.pending(0)).toBe(1);
    expect(room.keeps()).toEqual(textsOf([entry('a')]));
  });

  test('[LV5] what is of another run, or far in the future, is told and not taken', () => {
    const room = new Simulation(15);
    room.add();
    room.pass(5 * second);
    const claim = (run: string, at: number) => {
      const roomEntries = [toRoomEntry(entry('a', { at })) ?? expect.fail()];
      return writeSegment({ run, page: 'runbooks/release', start: 29_000_000, roomEntries });
    };
    room.overwrite('ffffffffffffffff/0', claim('deadbeef', 29_000_000));
    room.overwrite('ffffffffffffffff/1', claim('00c0ffee', 29_000_000 + 25 * 60));
    room.pass(minute);
    expect(room.holds(0)).toEqual([]);
    expect(room.members[0]?.room.troubles).toEqual(new Set(['another-run', 'clock']));
    room.overwrite('ffffffffffffffff/1', claim('00c0ffee', 29_000_000 - 25 * 60));
    room.pass(minute);
    expect(room.holds(0)).toHaveLength(1);
  });
});
