import type { Item } from '~/core/page/page';
import { nameGoneItem } from '~/core/page/former';
import type { Structure } from '~/core/page/structure';

/** Scripts that put no spaces between words: there each character is taken for one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** The word that stands for a text without letters and digits: it can only have been reworded to another text of that kind. */
const wordless = '∅';

const wordsIn = (text: string): ReadonlySet<string> => {
  const words = text
    .toLowerCase()
    .normalize('NFC')
    .replace(unspaced, ' $& ')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return new Set(words ?? [wordless]);
};

/** Returns the words of a gone item: of its text if it is remembered, else of its id, without hashes and the suffixes of twins. */
function wordsOfGone(structure: Structure, id: string): ReadonlySet<string> {
  const text = nameGoneItem(structure, id);
  return text === undefined ? new Set() : wordsIn(text);
}

/**
 * Counts the words that each candidate, by its index, shares with a gone item: word by word, so that large pages do not compare all pairs.
 */
function countShared(words: Iterable<string>, byWord: ReadonlyMap<string, readonly number[]>): Map<number, number> {
  const shared = new Map<number, number>();
  for (const word of words) {
    for (const index of byWord.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  return shared;
}

/** The indexes of the best candidates that have at least half of the words, and whether they have the same words and no others. */
function findBest(words: ReadonlySet<string>, shared: ReadonlyMap<number, number>, sizes: readonly number[]) {
  let best: number[] = [];
  let most = 0;
  for (const [index, count] of shared) {
    if (count * 2 < words.size) continue;
    const likeness = (2 * count) / (words.size + (sizes[index] ?? 0));
    if (likeness > most) best = [];
    if (likeness >= most) best.push(index);
    most = Math.max(most, likeness);
  }
  return { best, isSame: most === 1 };
}

/** The items that a gone item may have become. If words alone do not decide, there are several, and the reader chooses. */
export interface Rewording {
  to: readonly Item[];
  /** True if this is the only gone item for the only new one: keeping all at once includes it. */
  isClear: boolean;
}

/** The most twins that are offered: more are no help to choose from. */
const mostChoices = 6;

/**
 * For ids that are gone from the page, the new items that each may have been reworded to [RW1]: the single best one that has at least half
 * of its words; where these are the same words, differing in signs or in their place alone, all such. Otherwise two equally good items, or
 * two gone ids for one item, get none. A proposal only: nothing moves unless a reader says so. `candidates`: the page's items that are new,
 * and of which the run says nothing.
 */
export function proposeRewordings(
  structure: Structure,
  gone: readonly string[],
  candidates: readonly Item[],
): Map<string, Rewording> {
  const words = candidates.map(({ text }) => wordsIn(text));
  const sizes = words.map(({ size }) => size);
  const byWord = new Map<string, number[]>();
  words.forEach((own, index) => {
    for (const word of own) {
      const indexes = byWord.get(word);
      if (indexes === undefined) byWord.set(word, [index]);
      else indexes.push(index);
    }
  });
  const wanted = new Map<number, number>();
  const found = [...new Set(gone)].map((id) => {
    const own = wordsOfGone(structure, id);
    const { best, isSame } = findBest(own, countShared(own, byWord), sizes);
    for (const index of best) wanted.set(index, (wanted.get(index) ?? 0) + 1);
    return { id, best, isSame };
  });
  return new Map(
    found.flatMap(({ id, best, isSame }): [string, Rewording][] => {
      const isClear = best.length === 1 && best.every((index) => wanted.get(index) === 1);
      if (best.length === 0 || best.length > mostChoices || (!isClear && !isSame)) return [];
      return [[id, { to: best.flatMap((index) => candidates[index] ?? []), isClear }]];
    }),
  );
}
