import { expect, test } from 'vitest';
import { drawnLength, segmentsOf } from '~/core/page/segments';
import { readStructure } from '~/core/page/structure';
import { makeItem, makePage } from '../arbitraries';

/** A page of so many sections of two items, each `parts` sections within an outer one. */
function pageOf(sections: number, parts: number) {
  const anchors = Array.from({ length: sections }, (_, i) => `part-${i}`);
  const outer = (i: number) => `outer-${Math.floor(i / parts)}`;
  return readStructure(
    makePage({
      sections: anchors.flatMap((anchor, i) => [
        ...(i % parts === 0 ? [{ anchor: outer(i), title: outer(i), depth: 2, parent: '' }] : []),
        { anchor, title: anchor, depth: 3, parent: outer(i) },
      ]),
      items: anchors.flatMap((section) => [
        makeItem(`${section}-a`, { section }),
        makeItem(`${section}-b`, { section }),
      ]),
    }),
  );
}

const anchorsOf = (sections: number, parts: number) => segmentsOf(pageOf(sections, parts)).map(({ anchor }) => anchor);

test('[PR4] each section with items is a segment, where they are few', () =>
  expect(anchorsOf(3, 2)).toEqual(['part-0', 'part-1', 'part-2']));

test('[PR4] where they are many, the outermost sections are', () =>
  expect(anchorsOf(20, 10)).toEqual(['outer-0', 'outer-1']));

test('[PR4] where even these are many, neighbours are joined and known by the first', () => {
  expect(anchorsOf(17, 1)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16].map((i) => `outer-${i}`));
  expect(anchorsOf(200, 1)).toHaveLength(16);
});

test('[PR4] together the segments are what counts, in order', () => {
  const page = pageOf(200, 1);
  expect(segmentsOf(page).flatMap(({ items }) => items)).toEqual(page.counted);
});

test('[PR4] a page without items has none', () => expect(segmentsOf(readStructure(makePage({})))).toEqual([]));

test('[PR4] every segment is drawn, however few of how many items it has', () => {
  expect([1, 5, 7, 100].map((items) => drawnLength(items, 2000, false))).toEqual([0.5, 2.5, 3.5, 94]);
  expect(drawnLength(1, 2000, true)).toBe(1);
});
