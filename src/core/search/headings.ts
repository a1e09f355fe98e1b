import type { Place } from './places';

/** The headings above each place, the nearest first; the page's title is none of them. */
export function headingsAbove(places: readonly Place[]): number[][] {
  let above: number[] = [];
  return places.map(({ level }, index) => {
    if (level === 0) return above;
    above = above.filter((one) => (places[one]?.level ?? 0) < level);
    const found = above;
    if (level > 1) above = [index, ...above];
    return found;
  });
}
