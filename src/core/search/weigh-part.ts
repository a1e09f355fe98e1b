import type { Matches } from './matches';
import type { Part } from './query';

/** Weight of words that tell how rather than what. */
const weakWeight = 0.35;

/** Weight of what two words of the question mean together, beside that of each of them. */
const togetherWeight = 0.6;

/** Weight of a part's rarity: the rare word of a question tells more than the one that is everywhere. */
const rarityWeight = 0.4;

/** The number of times on each page that makes a word neither rare nor frequent. */
const usualCount = 10;

/** Matches of this quality are those of the word itself; others count half where there are none of these. */
const own = { quality: 0.9, other: 0.5 };

/** Counts the times that a part stands in the index; words that only mean the same count where the part itself is not on a page. */
function countMatches(matches: Matches): number {
  let count = 0;
  for (const found of matches.values()) {
    let typed = 0;
    for (const { quality } of found) if (quality >= own.quality) typed++;
    count += typed || found.length * own.other;
  }
  return count;
}

/** Returns the weight of a part in an index of so many pages: a part of several words, or a rare one, weighs more. */
export function weighPart({ strong, words }: Part, matches: Matches, pages: number): number {
  const rarity = Math.log(1 + (pages * usualCount) / (countMatches(matches) + 0.5));
  const base = words.length === 0 ? togetherWeight : strong ? Math.sqrt(words.length) : weakWeight;
  return base * (1 + rarityWeight * rarity);
}
