import type { Place } from './places';
import { bestOf, type Sorted } from './sort-matches';
import type { Sought } from './sought';

/*
 * How much a page as a whole is about a question, as BM25 measures it: how often each part stands on it, the first times telling the most,
 * in proportion to the page's length.
 */

/** The number of times that counts half, the share of it that grows with the page, and the words of a usual page. */
const half = { times: 4, growing: 0.6, usualPage: 1200 };

/** A heading counts as much as a word that stands so many times in the text. */
const headings = { title: 6, other: 2 };

/** Words at the end of a page that are beneath its last place, about. */
const lastWords = 50;

/** How often a part stands on a page, headings counted more. */
function countTimes({ own, body }: Sorted, places: readonly Place[]): number {
  const all = [...own.values(), ...body.values()].flat();
  const titles = [...own].map(([index, matches]) => {
    if ((places[index]?.level ?? 0) === 0) return 0;
    return bestOf(matches) * (index === 0 ? headings.title : headings.other);
  });
  return all.reduce((sum, { quality }) => sum + quality, 0) + titles.reduce((sum, one) => sum + one, 0);
}

/** Returns how much a page is about the parts of a question, up to 1. */
export function weighPage(places: readonly Place[], sought: readonly Sought[], sorted: readonly Sorted[]): number {
  const length = (places.at(-1)?.location ?? 0) + lastWords;
  const times = half.times * (1 - half.growing + half.growing * (length / half.usualPage));
  const total = sought.reduce((sum, { weight }) => sum + weight, 0);
  const about = sought.reduce((sum, { weight }, i) => {
    const one = sorted[i];
    const count = one === undefined ? 0 : countTimes(one, places);
    return sum + weight * (count / (count + times));
  }, 0);
  return about / total;
}
