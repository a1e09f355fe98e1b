import { describe, expect, test } from 'vitest';
import { findTold, judgeWatched } from '~/client/live/watched';
import type { Phase } from '~/core/room/room';
import type { Run } from '~/core/run/run';
import type { ShownRoom } from '~/stores/room';
import { liveDe } from '~/words/live/de';
import { liveEn } from '~/words/live/en';
import { troubles } from '~/core/room/room';

const empty: Run = { id: '00c0ffee', page: 'runbooks/release', start: 29_000_000, entries: [] };
const ticked: Run = { ...empty, entries: [{ key: 'mark/a', value: 'done', at: 29_000_000, seq: 0, by: '' }] };
const roomIn = (phase: Phase, rest: Partial<ShownRoom> = {}): ShownRoom => ({
  link: 'x',
  run: '00c0ffee',
  phase,
  people: [''],
  pending: 0,
  lostAt: undefined,
  wasHeard: true,
  troubles: [],
  ...rest,
});

describe('the big screen says how true it is', () => {
  test.each([
    ['own', ticked, undefined, false],
    ['own', { ...ticked, id: 'deadbeef' }, roomIn('open'), false],
    ['own', undefined, roomIn('open'), false],
    ['shared', ticked, undefined, true],
    ['shared', ticked, roomIn('open'), true],
    ['awaited', empty, roomIn('connecting', { wasHeard: false }), false],
    ['awaited', empty, roomIn('waiting', { wasHeard: false }), false],
    ['awaited', empty, roomIn('listening', { wasHeard: false }), false],
    ['old', ticked, roomIn('connecting', { wasHeard: false }), false],
    ['live', ticked, roomIn('listening', { wasHeard: false }), false],
    ['live', empty, roomIn('open'), false],
    ['old', ticked, roomIn('waiting', { lostAt: 29_000_001 }), false],
    ['old', ticked, roomIn('connecting', { lostAt: 29_000_001 }), false],
    ['old', ticked, roomIn('stopped', { lostAt: 29_000_001 }), false],
  ] as const)('%s', (watched, run, room, isLooking) => {
    expect(judgeWatched({ run }, room, isLooking)).toBe(watched);
  });

  test('a lost connection is told by its time alone, any other trouble by its sentence', () => {
    expect(findTold(roomIn('waiting', { troubles: ['unreachable'], lostAt: 29_000_001 }))).toBeUndefined();
    expect(findTold(roomIn('waiting', { troubles: ['unreachable'] }))).toBe('unreachable');
    expect(findTold(roomIn('stopped', { troubles: ['full', 'unreachable'], lostAt: 29_000_001 }))).toBe('full');
    expect(findTold(roomIn('open'))).toBeUndefined();
  });
});

test.each([
  ['English', liveEn],
  ['German', liveDe],
])(
  'each trouble of a room is a sentence of its own in %s, which says what becomes of the work or what to do',
  (_, words) => {
    const sentences = troubles.map((trouble) => words.trouble[trouble]);
    expect(new Set(sentences).size).toBe(troubles.length);
    expect(Object.keys(words.trouble).toSorted()).toEqual([...troubles].toSorted());
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÄÖÜ].*[.]( .*\.|.*)$/s);
  },
);
