import { groupByEach } from '~/core/group-by';
import type { Field, Item } from '~/core/page/page';
import { nameGoneField, nameGoneItem } from '~/core/page/former';
import { wordingOf } from '~/core/page/signs';
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

/** The items or fields that a gone one may have become. If words alone do not decide, there are several, and the reader chooses. */
export interface Rewording<Kind = Item> {
  to: readonly Kind[];
  /** True if this is the only gone one for the only new one: keeping all at once includes it. */
  isClear: boolean;
}

/** The most twins that are offered: more are no help to choose from. */
const mostChoices = 6;

/** Proposes for each gone id, by its text, the candidates that it may have become [RW1]; a text of which nothing is known has none. */
function propose<Kind>(
  gone: ReadonlyMap<string, string | undefined>,
  candidates: readonly Kind[],
  textOf: (candidate: Kind) => string,
): Map<string, Rewording<Kind>> {
  if (gone.size === 0) return new Map();
  const wordings = candidates.map((candidate) => wordingOf(textOf(candidate)));
  const words = candidates.map((candidate) => wordsIn(textOf(candidate)));
  const sizes = words.map(({ size }) => size);
  const byWord = groupByEach(words.keys(), (index) => words[index] ?? []);
  const wanted = new Map<number, number>();
  const found = [...gone].map(([id, text]) => {
    const own = text === undefined ? new Set<string>() : wordsIn(text);
    const { best: alike, isSame } = findBest(own, countShared(own, byWord), sizes);
    const wording = wordingOf(text ?? '');
    const best = alike.length <= mostChoices ? alike : alike.filter((index) => wordings[index] === wording);
    for (const index of best) wanted.set(index, (wanted.get(index) ?? 0) + 1);
    return { id, best, isSame };
  });
  return new Map(
    found.flatMap(({ id, best, isSame }): [string, Rewording<Kind>][] => {
      const isClear = best.length === 1 && best.every((index) => wanted.get(index) === 1);
      if (best.length === 0 || best.length > mostChoices || (!isClear && !isSame)) return [];
      return [[id, { to: best.flatMap((index) => candidates[index] ?? []), isClear }]];
    }),
  );
}

/**
 * Proposes, for each id that is gone from the page, the new items that it may have been reworded to [RW1]: the single
 * best one that has at least half of its words; or all items with the very same words, which differ in signs or in
 * their place alone; where these are too many to choose from, those with the same signs. Otherwise, if two items are
 * equally good, or two gone ids compete for one item, there is no proposal. Nothing moves unless the reader agrees.
 * `candidates`: the page's new items on which the run has no entry.
 */
export const proposeRewordings = (
  structure: Structure,
  gone: readonly string[],
  candidates: readonly Item[],
): Map<string, Rewording> =>
  propose(new Map(gone.map((id) => [id, nameGoneItem(structure, id)])), candidates, ({ text }) => text);

/** Tells whether a field can show a value: a date, a clock, an answer that it offers, any text. */
function canShow({ kind, options }: Field, value: string): boolean {
  if (kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(value);
  if (kind === 'time') return /^\d\d:\d\d$/.test(value);
  if (kind === 'choice') return options.includes(value);
  return kind !== 'tick' || value === '☑';
}

/** Proposes the same for fields, by the words of row and column [RW1]; `gone`: the values of the fields that are gone, by id. */
export function proposeFields(
  structure: Structure,
  gone: ReadonlyMap<string, string>,
  candidates: readonly Field[],
): Map<string, Rewording<Field>> {
  const names = new Map([...gone.keys()].map((id) => [id, nameGoneField(structure, id)]));
  const proposals = propose(names, candidates, ({ label }) => label);
  for (const [id, { to }] of proposals)
    if (!to.every((field) => canShow(field, gone.get(id) ?? ''))) proposals.delete(id);
  return proposals;
}
