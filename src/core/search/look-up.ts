import { splitWord } from './correct';
import { matchNear, matchPhrase, uniteMatches, type Match, type Matches, type Stands } from './matches';
import type { Part } from './query';
import type { Index } from './search-index';
import { stopWordsOf } from './stop-words';
import { foldWord } from './tokens';
import { formsOf } from './word-forms';

/*
 * The ways in which words are looked up in the indexes of all languages: one after the other, near each other, by their beginning, their end,
 * other forms, and words that mean the same.
 */

/** Quality of a match by the way in which it was found. */
export const qualities = {
  typed: 1,
  joined: 1,
  corrected: 0.9,
  synonym: 0.82,
  open: 0.7,
  longer: 0.4,
  compound: 0.65,
  form: 0.7,
  formAlone: 0.9,
  elsewhere: 0.35,
  besideCode: 0.2,
};

/** Other words may stand between those of a synonym: "roll the database back". */
const gap = 3;

/** Tells whether a match was found by other words that mean the same. */
export const isByMeaning = ({ quality }: Match): boolean =>
  quality === qualities.synonym || quality === qualities.elsewhere || quality === qualities.besideCode;

/** Tells whether anything was found, in any index. */
export const isFound = (matches: readonly Matches[]) => matches.some((one) => one.size > 0);

/**
 * Looks up words that must all be there; gives nothing where one is not. The longest comes first: where it is nowhere, the short ones, which
 * are everywhere and take long, are not looked up.
 */
async function lookUp(words: readonly string[], index: Index): Promise<Stands[]> {
  const found = new Map<string, Stands>();
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    const stands = await index.exact(word);
    if (stands.size === 0) return [];
    found.set(word, stands);
  }
  return words.flatMap((word) => found.get(word) ?? []);
}

/** Finds, in each index, the places where words stand one after the other. */
export const findWords = (words: readonly string[], indexes: readonly Index[], quality: number): Promise<Matches[]> =>
  Promise.all(indexes.map(async (index) => matchPhrase(await lookUp(words, index), quality)));

/**
 * Finds, in each index, the places where words stand near each other. Small words stand near everything: with one of them there may be one
 * word between, in the order of the question, "switch it off".
 */
export const findNear = (words: readonly string[], indexes: readonly Index[], quality: number): Promise<Matches[]> =>
  Promise.all(
    indexes.map(async (index) => {
      const { stop } = stopWordsOf([index.language]);
      const isLoose = !words.some((word) => stop.has(word));
      return matchNear(await lookUp(words, index), quality, isLoose ? gap : 1, !isLoose);
    }),
  );

/** Finds, in each index, the places of words that begin as a word does. */
export const findBeginnings = (word: string, indexes: readonly Index[], quality: number): Promise<Matches[]> =>
  Promise.all(indexes.map(async (index) => matchPhrase([await index.beginning(word)], quality)));

/** Unites several findings, index by index. */
export const unite = (all: readonly (readonly Matches[])[], indexes: readonly Index[]): Matches[] =>
  indexes.map((_, i) => uniteMatches(all.flatMap((one) => one[i] ?? [])));

/** Languages that write several words as one, the principal one last: "Datenbanksicherung". */
const compounding = new Set(['de', 'nl', 'sv', 'da', 'no', 'nb', 'nn', 'fi']);

/** The most words with the same ending that are looked up, and the shortest word for which they are. */
const ends = { most: 5, shortest: 5 };

/** Finds longer words that end with a word, in languages that form words that way. */
export const findEndings = (word: string, indexes: readonly Index[], quality: number): Promise<Matches[]> =>
  Promise.all(
    indexes.map(async (index) => {
      const folded = foldWord(word);
      if (!compounding.has(index.language) || folded.length < ends.shortest) return new Map<string, Match[]>();
      const longer = (await index.words()).filter((one) => one.endsWith(folded) && one !== folded).slice(0, ends.most);
      const all = await Promise.all(longer.map((one) => index.exact(one)));
      return uniteMatches(all.map((stands) => matchPhrase([stands], quality)));
    }),
  );

/** Finds other forms of a word that no stem brings together. */
export const findForms = (word: string, indexes: readonly Index[], quality: number): Promise<Matches[]> =>
  Promise.all(
    indexes.map(async (index) => {
      const forms = formsOf(foldWord(word), await index.words());
      const all = await Promise.all(forms.map((one) => index.exact(one)));
      return uniteMatches(all.map((stands) => matchPhrase([stands], quality)));
    }),
  );

/** Some words that mean the same as others, and where they stand in each index. */
export interface Meaning {
  words: string;
  matches: Matches[];
}

/** Finds words that mean the same; `meanings`: each of them that is found anywhere, by itself. */
export async function findSynonyms(
  synonyms: Part['synonyms'],
  indexes: readonly Index[],
  quality = qualities.synonym,
): Promise<{ matches: Matches[]; meanings: readonly Meaning[] }> {
  const all = await Promise.all(
    synonyms.map(async (words): Promise<Meaning> => {
      const near = findNear(words, indexes, quality);
      const [word = ''] = words;
      const matches = unite(
        [await near, words.length > 1 ? [] : await findEndings(word, indexes, qualities.compound)],
        indexes,
      );
      return { words: words.join(' '), matches };
    }),
  );
  const meanings = all.filter(({ matches }) => isFound(matches));
  return {
    matches: unite(
      meanings.map(({ matches }) => matches),
      indexes,
    ),
    meanings,
  };
}

/** A word of which one language makes two: "rollback", "roll back". */
export async function findSplit(word: string, index: Index, quality: number): Promise<Matches> {
  const two = splitWord(foldWord(word), new Set(await index.words()));
  return two ? matchPhrase(await lookUp(two, index), quality) : new Map<string, Match[]>();
}
