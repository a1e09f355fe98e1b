import type { Match } from './matches';
import type { Place } from './places';

/** The index of the last place that begins at or before a location. */
function placeAt(places: readonly Place[], location: number): number {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((places[middle]?.location ?? 0) <= location) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The matches of a page by place: those in the place's own text, and those in the text beneath it. */
export interface Sorted {
  own: ReadonlyMap<number, readonly Match[]>;
  body: ReadonlyMap<number, readonly Match[]>;
}

/** Sorts the matches of a page by place. */
export function sortMatches(places: readonly Place[], matches: readonly Match[]): Sorted {
  const own = new Map<number, Match[]>();
  const body = new Map<number, Match[]>();
  for (const match of matches) {
    const index = placeAt(places, match.at);
    const place = places[index];
    const into = place !== undefined && match.at < place.location + place.length ? own : body;
    const list = into.get(index);
    if (list) list.push(match);
    else into.set(index, [match]);
  }
  return { own, body };
}

/** The quality of the best of some matches; 0 if there are none. */
export const bestOf = (matches: readonly Match[] | undefined): number =>
  (matches ?? []).reduce((best, { quality }) => Math.max(best, quality), 0);
