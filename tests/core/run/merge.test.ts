import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareEntries, followEntry } from '~/core/run/entry';
import { addEntries, mergeRuns, stateOf } from '~/core/run/run';
import { entries, entry, run } from '../arbitraries';
import { forAll } from '../law';

describe('a run', () => {
  test('[RN1] an entry that comes again is in it once, and takes the place of no other', () =>
    forAll([run, entries], (a, more) => {
      const grown = addEntries(a, more);
      expect(grown.entries).toEqual(expect.arrayContaining([...a.entries, ...more]));
      expect(addEntries(grown, [...more, ...a.entries])).toEqual(grown);
    }));
});

describe('merging', () => {
  test('[MR1] nothing else is in the result, under the first one’s id and the earlier start', () =>
    forAll([run, run, fc.nat(100)], (a, b, later) => {
      const merged = mergeRuns(a, { ...b, id: 'ffffffff', start: a.start + later });
      expect([merged.id, merged.start]).toEqual([a.id, a.start]);
      expect(mergeRuns({ ...a, start: a.start + later }, { ...b, start: a.start }).start).toBe(a.start);
      for (const one of merged.entries) expect([...a.entries, ...b.entries]).toContainEqual(one);
    }));

  test('[MR2] it does not matter who merges whom', () =>
    forAll([run, run], (a, b) => expect(mergeRuns(a, b)).toEqual(mergeRuns(b, a))));

  test('[MR2] it does not matter who merges first', () =>
    forAll([run, run, run], (a, b, c) => expect(mergeRuns(mergeRuns(a, b), c)).toEqual(mergeRuns(a, mergeRuns(b, c)))));

  test('[MR2] merging a run with itself changes nothing', () =>
    forAll([run], (a) => expect(mergeRuns(a, a)).toEqual(a)));

  test('[MR3] every entry of either side is in the result', () =>
    forAll([run, run], (a, b) =>
      expect(mergeRuns(a, b).entries).toEqual(expect.arrayContaining([...a.entries, ...b.entries])),
    ));
});

describe('state', () => {
  test('[RN2] the order of entries is total: two that compare alike are the same', () =>
    forAll([entry, entry], (a, b) => {
      expect(Math.sign(compareEntries(a, b))).toBe(-Math.sign(compareEntries(b, a)) + 0);
      if (compareEntries(a, b) === 0) expect(a).toEqual(b);
    }));

  test('[RN2] the order of entries is transitive', () =>
    forAll([entry, entry, entry], (a, b, c) => {
      if (compareEntries(a, b) <= 0 && compareEntries(b, c) <= 0) expect(compareEntries(a, c)).toBeLessThanOrEqual(0);
    }));

  test('[RN3] it does not depend on the order of arrival', () =>
    forAll([run, entries], (a, more) => {
      const together = addEntries(a, more);
      const oneByOne = more.toReversed().reduce((grown, next) => addEntries(grown, [next]), a);
      expect(stateOf(oneByOne)).toEqual(stateOf(together));
    }));

  test('[RN3] it is the greatest entry of each key', () =>
    forAll([run], (a) => {
      for (const { key, ...rest } of a.entries) {
        expect(compareEntries(stateOf(a).get(key) ?? { key, ...rest }, { key, ...rest })).toBeGreaterThanOrEqual(0);
      }
    }));

  test('[RN4] a new entry beats all that were seen, whatever the clocks', () =>
    forAll([run, entry, fc.integer({ min: 0, max: 30_000_000 })], (a, { key, value, by }, now) => {
      const fresh = followEntry(stateOf(a).get(key), { key, value, by }, now);
      expect(stateOf(addEntries(a, [fresh])).get(key)).toEqual(fresh);
    }));
});
