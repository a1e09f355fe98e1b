import type { Match, Matches, Stands } from './matches';

/*
 * Steps say what is to be seen: "0 failed", "0 errors". Whoever asks what to do when something fails does not ask for these.
 */

/** Words for what went wrong, of which steps expect none. */
const trouble = /^(?:fail|error|fault|warn|fehl|warnung)/u;

/** Tells whether some words name something that goes wrong. */
export const isTrouble = (words: readonly string[]): boolean => words.some((word) => trouble.test(word));

/** The factor on the quality of a match behind "0". */
const noneOfThem = 0.3;

/** Makes matches that stand right behind a "0" count less. `zeros`: where it stands. */
export function discountNone(matches: Matches, zeros: Stands): Matches {
  const counted = new Map<string, readonly Match[]>();
  for (const [id, found] of matches) {
    const behind = new Set((zeros.get(id) ?? []).map((at) => at + 1));
    const discount = (one: Match) => (behind.has(one.at) ? { ...one, quality: one.quality * noneOfThem } : one);
    counted.set(id, behind.size === 0 ? found : found.map(discount));
  }
  return counted;
}
