import { isByMeaning } from './look-up';
import type { Match, Matches } from './matches';
import type { Sought } from './sought';

/** Tells whether a match stands within another one that is better. */
const isWithin = (match: Match, other: Match): boolean =>
  other.quality > match.quality && other.at <= match.at && match.at + match.length <= other.at + other.length;

function dropFrom(matches: Matches, others: readonly Matches[]): Matches {
  if (![...matches.values()].some((found) => found.some(isByMeaning))) return matches;
  const kept = new Map<string, readonly Match[]>();
  for (const [id, found] of matches) {
    const near = found.some(isByMeaning) ? others.flatMap((other) => other.get(id) ?? []) : [];
    const own =
      near.length === 0
        ? found
        : found.filter((one) => !isByMeaning(one) || !near.some((other) => isWithin(one, other)));
    if (own.length > 0) kept.set(id, own);
  }
  return kept;
}

/**
 * Lets a word of the text stand for one part of the question alone: in "severity levels", "level" means "severity" too, but a heading with
 * that one word has only one of the two.
 */
export const dropDoubles = (sought: readonly Sought[]): Sought[] =>
  sought.map((one) => {
    const others = sought.filter((other) => other !== one).map(({ matches }) => matches);
    return { ...one, matches: dropFrom(one.matches, others) };
  });
