import { describe, expect, it } from 'vitest';
import { dropDoubles } from '~/core/search/doubles';
import { qualities } from '~/core/search/look-up';
import { discountNone, isTrouble } from '~/core/search/none-of-them';
import type { PagePlaces } from '~/core/search/places';
import { rankPlaces } from '~/core/search/rank';
import type { Sought } from '~/core/search/sought';

/** A part of a question that stands, as one word of some quality, at locations of page "a" or "b". */
const part = (stands: Record<string, readonly number[]>, quality = qualities.typed): Sought => ({
  weight: 1,
  matches: new Map(Object.entries(stands).map(([page, ats]) => [page, ats.map((at) => ({ at, length: 1, quality }))])),
});

/** A guide of one section a hundred words long, with its title at 0 and its heading at 10. */
const guide = (page: string): PagePlaces => ({
  page,
  kind: 'guide',
  places: [
    { level: 1, anchor: '', own: 'Title', location: 0, length: 1 },
    { level: 2, anchor: 'one', own: 'One', location: 10, length: 1 },
  ],
});
const pages = new Map([
  ['a', guide('guides/a')],
  ['b', guide('guides/b')],
]);
const found = (sought: readonly Sought[]) =>
  rankPlaces(pages, sought).map(({ page, index }) => `${page.page} ${index}`);

describe('[SE5] a word of the text stands for one part of a question', () => {
  it('for the one that it is, and not for another one that it also means', () => {
    const [typed, meant] = dropDoubles([part({ a: [10], b: [20] }), part({ a: [10, 30] }, qualities.synonym)]);
    expect(typed?.matches.size).toBe(2);
    expect(meant?.matches.get('a')?.map(({ at }) => at)).toEqual([30]);
  });

  it('but for both where it is a part of each', () => {
    const sought = [part({ a: [10] }), part({ a: [10] }, qualities.compound)];
    expect(dropDoubles(sought)).toEqual(sought);
  });
});

it('[SE5] what went wrong hardly stands where a step says that there is to be none of it', () => {
  const { matches } = part({ a: [10, 20], b: [30] });
  const counted = discountNone(matches, new Map([['a', [9, 29]]]));
  expect(counted.get('a')?.map(({ at, quality }) => [at, quality < 0.5])).toEqual([
    [10, true],
    [20, false],
  ]);
  expect(counted.get('b')).toEqual(matches.get('b'));
  expect(['failed', 'errors', 'warnings', 'backup'].map((word) => isTrouble([word]))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

describe('[SE5] of places that answer alike', () => {
  it('the one comes first whose page is the most about a whole sentence', () => {
    const often = [20, 30, 40, 50, 60];
    expect(
      found([part({ a: [12], b: [12] }), part({ a: [13], b: [13] }), part({ a: [14], b: [14, ...often] })])[0],
    ).toBe('guides/b 1');
  });

  it('the one comes first whose section is the most about a whole sentence, with the items in it', () => {
    const places = guide('guides/a').places.concat(
      { level: 2, anchor: 'two', own: 'Two', location: 60, length: 1 },
      { level: 0, anchor: 'item', own: 'Item', location: 70, length: 1 },
    );
    const page = new Map([['a', { ...guide('guides/a'), places }]]);
    const [first] = rankPlaces(
      page,
      [11, 12, 13].map((at) => part({ a: [at, at + 50, at + 60, at + 63] })),
    );
    expect(first?.index).toBe(2);
  });

  it('what stands right beneath the title tells what the page is about', () => {
    expect(found([part({ a: [12], b: [2] })])).toEqual(['guides/b 0', 'guides/a 1']);
  });
});
