import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntry, readRecord, writeRecord } from '~/core/run/record';
import { followEntry, type Entry } from '~/core/run/entry';
import { clampMinute } from '~/core/run/minute';
import { splitFuture, takeAsOfNow } from '~/core/run/future';
import { addEntries, mergeRuns, orderEntries, stateOf, type Run } from '~/core/run/run';
import { entry } from '../arbitraries';
import { forAll } from '../law';

/** The greatest number that an entry can hold as its minute or its place in that minute. */
const last = 2 ** 26 - 1;

/** Numbers around the bounds, and far outside them. */
const edge = fc.constantFrom(-1e15, -1, 0, 1, 29_000_000, last - 2, last - 1, last, last + 1, 1e15);
const clock = fc.oneof(edge, fc.integer({ min: 28_999_998, max: 29_000_003 }), fc.double({ noNaN: true }));
const outside = fc
  .tuple(entry, edge, edge)
  .map(([made, at, seq]): unknown[] => [made.key, made.value, at, seq, made.by]);

const step = fc.oneof(
  fc.record({ kind: fc.constant('act' as const), entry, clock }),
  fc.record({
    kind: fc.constant('merge' as const),
    entries: fc.array(outside, { maxLength: 4 }),
    clock,
    asOfNow: fc.boolean(),
  }),
);

/** Everything that anybody can bring about in a run: acts by any clock, and entries from outside, as the doors for these let them in. */
function go(run: Run, one: typeof step extends fc.Arbitrary<infer Step> ? Step : never): Run {
  if (one.kind === 'act') {
    const { key, value, by } = one.entry;
    return addEntries(run, [followEntry(stateOf(run).get(key), { key, value, by }, one.clock)]);
  }
  const entries = one.entries.map(readEntry).filter((known): known is Entry => known !== undefined);
  const now = clampMinute(one.clock);
  const { run: taken, future } = splitFuture({ ...run, entries: orderEntries(entries) }, now);
  return mergeRuns(run, one.asOfNow ? takeAsOfNow(taken, future, now) : taken);
}

describe('what is written can be read', () => {
  test('[RC3] whatever is done in a run, by any clock, and whatever is merged into it', () =>
    forAll([fc.array(step, { maxLength: 12 }), clock], (steps, begun) => {
      const start: Run = { id: '00c0ffee', page: 'runbooks/release', start: clampMinute(begun), entries: [] };
      const run = steps.reduce(go, start);
      expect(readRecord(JSON.parse(JSON.stringify(writeRecord(run))))).toEqual({
        ok: true,
        value: { run, refused: 0 },
      });
    }));

  test('[RC3] every act is seen, whatever was merged before it', () =>
    forAll([fc.array(step, { maxLength: 12 }), entry, clock], (steps, { key, value, by }, now) => {
      const run = steps.reduce(go, { id: '00c0ffee', page: 'runbooks/release', start: 1, entries: [] } as Run);
      const made = followEntry(stateOf(run).get(key), { key, value, by }, now);
      expect(stateOf(addEntries(run, [made])).get(key)).toEqual(made);
    }));

  test('[RC3] whatever was kept, by whichever version, can be answered by an entry that can be read', () =>
    forAll([outside, clock], (kept, now) => {
      const before = readEntry(kept);
      if (before === undefined) return;
      const { key, value, at, seq, by } = followEntry(before, before, now);
      expect(readEntry([key, value, at, seq, by])).toMatchObject({ at, seq });
    }));

  test('[RC3] a minute whose numbers are used up goes on in the next one', () => {
    const full = { key: 'mark/ping', value: 'done', at: 100, seq: last, by: '' };
    expect(followEntry(full, { key: 'mark/ping', value: 'todo', by: '' }, 100)).toMatchObject({ at: 101, seq: 0 });
  });

  test.each([
    [-5, 1],
    [0, 1],
    [NaN, 1],
    [29_000_000.7, 29_000_000],
    [1e12, last - 1],
  ])('[RC3] a clock at %s stands at %s', (minute, at) => expect(clampMinute(minute)).toBe(at));
});
