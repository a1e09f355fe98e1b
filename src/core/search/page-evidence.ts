import type { Place } from './places';
import { bestOf, type Sorted } from './sort-matches';
import type { Sought } from './sought';

/*
 * Measures how much a page, or a section of it, is about a question as a whole, as BM25 does: by the times that each part stands there, of which
 * the first tell the most, in proportion to the length.
 */

/** The number of times that counts half, the share of it that grows with the length, and the usual length in words. */
interface Half {
  times: number;
  growing: number;
  usual: number;
}

const half = {
  page: { times: 4, growing: 0.3, usual: 1200 },
  section: { times: 1.5, growing: 0.6, usual: 150 },
} satisfies Record<string, Half>;

/** A heading counts as much as a word that stands so many times in the text. */
const headings = { title: 6, other: 2 };

/** Words at the end of a page that are beneath its last place, about. */
const lastWords = 50;

/** Some places of a page one after the other, the last one not among them. */
interface Stretch {
  from: number;
  to: number;
}

/** Counts the times that a part stands in a stretch; those in headings count more. */
function countTimes({ own, body }: Sorted, places: readonly Place[], { from, to }: Stretch): number {
  const within = <Value>(all: ReadonlyMap<number, Value>) => [...all].filter(([index]) => index >= from && index < to);
  const all = [...within(own), ...within(body)].flatMap(([, matches]) => matches);
  const titles = within(own).map(([index, matches]) => {
    if ((places[index]?.level ?? 0) === 0) return 0;
    return bestOf(matches) * (index === 0 ? headings.title : headings.other);
  });
  return all.reduce((sum, { quality }) => sum + quality, 0) + titles.reduce((sum, one) => sum + one, 0);
}

const locate = (places: readonly Place[], index: number): number =>
  places[index]?.location ?? (places.at(-1)?.location ?? 0) + lastWords;

function weighStretch(
  places: readonly Place[],
  sought: readonly Sought[],
  sorted: readonly Sorted[],
  stretch: Stretch,
  { times, growing, usual }: Half,
): number {
  const length = locate(places, stretch.to) - locate(places, stretch.from);
  const halfTimes = times * (1 - growing + growing * (length / usual));
  const total = sought.reduce((sum, { weight }) => sum + weight, 0);
  const about = sought.reduce((sum, { weight }, i) => {
    const one = sorted[i];
    const count = one === undefined ? 0 : countTimes(one, places, stretch);
    return sum + weight * (count / (count + halfTimes));
  }, 0);
  return about / total;
}

/** Returns how much a page is about the parts of a question, up to 1. */
export const weighPage = (places: readonly Place[], sought: readonly Sought[], sorted: readonly Sorted[]): number =>
  weighStretch(places, sought, sorted, { from: 0, to: places.length }, half.page);

/** Returns how much a section, with those beneath it, is about the parts of a question, up to 1; the first place's is the page. */
export function weighSection(
  places: readonly Place[],
  index: number,
  sought: readonly Sought[],
  sorted: readonly Sorted[],
): number {
  const level = places[index]?.level ?? 0;
  const after = places.findIndex((place, i) => i > index && place.level > 0 && place.level <= level);
  return weighStretch(places, sought, sorted, { from: index, to: after < 0 ? places.length : after }, half.section);
}
