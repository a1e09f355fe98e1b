import type { Match } from './matches';
import type { Sought } from './sought';

/*
 * Of the pages on which something was found, those whose places are worth fetching. There may be thousands: this runs in plain loops.
 */

/** The distance, in words, within which words are taken to be in one place. */
const nearby = 24;

/** The most places of its rarest part that are looked at on a page, and the most times of a part that count for it. */
const most = { places: 20, times: 5 };

/** The weight of each time that a part stands on a page again. */
const again = 0.1;

/** The pages on which something was found, by Pagefind's names of them. */
export function idsOf(sought: readonly Sought[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { matches } of sought) for (const id of matches.keys()) ids.add(id);
  return ids;
}

const hasNear = (matches: readonly Match[], place: number): boolean => {
  for (const { at } of matches) if (Math.abs(at - place) < nearby) return true;
  return false;
};

/** The weight of the parts on a page, and of those that stand together at the best place. */
function scorePage(id: string, sought: readonly Sought[]): number {
  let there = 0;
  let rarest: readonly Match[] | undefined;
  for (const { weight, matches } of sought) {
    const found = matches.get(id);
    if (found === undefined || found.length === 0) continue;
    there += weight * (1 + again * Math.min(most.times, found.length));
    if (rarest === undefined || found.length < rarest.length) rarest = found;
  }
  let best = 0;
  for (const { at } of (rarest ?? []).slice(0, most.places)) {
    let together = 0;
    for (const { weight, matches } of sought) if (hasNear(matches.get(id) ?? [], at)) together += weight;
    best = Math.max(best, together);
  }
  return there + best;
}

/** Chooses the most promising pages: those with most of the question's parts, near to each other. */
export function choosePages(ids: ReadonlySet<string>, sought: readonly Sought[], mostPages: number): string[] {
  return Array.from(ids, (id) => ({ id, score: scorePage(id, sought) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostPages)
    .map(({ id }) => id);
}
