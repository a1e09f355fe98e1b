import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRuns, stateOf } from '~/core/run/run';
import { cleanText } from '~/core/text';
import { modes } from '~/core/snapshot/seal';
import { clean, pageAndRun, pageAndTwoRuns } from './arbitraries';
import { decode, encode, expectSameState } from './links';

const times = { numRuns: 200 };
/** These are many, not slow, but machines are. */
const patience = { timeout: 120_000 };

describe.each(modes)('a link of mode %s', (mode) => {
  test('[SN5] holds the state of the run, whatever is in it', patience, () =>
    fc.assert(
      fc.property(pageAndRun, ([page, run]) => {
        const expected = new Map(
          [...stateOf(run)].map(([key, entry]) => [
            key,
            { ...entry, value: cleanText(entry.value), by: cleanText(entry.by) },
          ]),
        );
        const decoded = decode(encode(run, page, mode), page);
        expect([decoded.id, decoded.page, decoded.start]).toEqual([run.id, page.id, run.start]);
        expect(stateOf(decoded)).toEqual(expected);
      }),
      times,
    ),
  );

  test('[SN5] is the same text for the same state', patience, () =>
    fc.assert(
      fc.property(pageAndRun, ([page, run]) => {
        const text = encode(run, page, mode);
        expect(encode(decode(text, page), page, mode)).toBe(text);
      }),
      times,
    ),
  );

  test('[SN10] merging what two links hold is what the link of the merged run holds', patience, () =>
    fc.assert(
      fc.property(pageAndTwoRuns, ([page, first, second]) => {
        const [a, b] = [clean(first), clean(second)];
        const merged = mergeRuns(decode(encode(a, page, mode), page), decode(encode(b, page, mode), page));
        expectSameState(merged, decode(encode(mergeRuns(a, b), page, mode), page));
      }),
      times,
    ),
  );

  test('[SN2] is letters and digits alone', patience, () =>
    fc.assert(
      fc.property(pageAndRun, ([page, run]) => {
        expect(encode(run, page, mode)).toMatch(/^[12][RP][0-9A-Za-z]+$/);
      }),
    ),
  );
});
