import { asked, field } from './field-words';
import { readGroups, readWords } from './read-groups';
import { foldWord } from './tokens';

/*
 * Finds words that mean the same as those of a question, in the lists of the field (field-words.ts) and of the site.
 */

/** Groups of synonyms, each word in small letters. */
export type Synonyms = readonly (readonly string[])[];

/** Synonyms of each word or phrase, keyed by the words as `trimWords` leaves them. */
export type Thesaurus = ReadonlyMap<string, readonly string[]>;

/** A folded word without the endings that a question may put to it. */
export const trimEnding = (word: string): string => word.replace(/(?<=.{3})(?:ing|ed|es|s|e)$/u, '');

/** Words as they are compared with synonyms: folded, without endings. */
export const trimWords = (words: string): string =>
  words
    .split(/[\s-]+/)
    .map((word) => trimEnding(foldWord(word)))
    .join(' ');

/** The key of words that mean something together, in whatever order and with other words between. */
export const looseKey = (words: readonly string[]): string => `+ ${words.map(trimWords).toSorted().join(' + ')}`;

/** Reads lines of words that are asked for, and of those that answer them. */
const readAsked = (text: string): { ask: string[]; answer: string[] }[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [ask = [], answer = []] = line.split('>').map(readWords);
      return { ask, answer };
    });

function makeThesaurus(groups: Synonyms, directed: ReturnType<typeof readAsked>): Thesaurus {
  const all = new Map<string, Set<string>>();
  const add = (key: string, words: readonly string[], keys: readonly string[]) => {
    const known = all.get(key) ?? new Set();
    all.set(key, known);
    words.forEach((word, i) => keys[i] !== key && known.add(word));
  };
  for (const group of groups) {
    const keys = group.map(trimWords);
    for (const key of keys) add(key, group, keys);
  }
  for (const { ask, answer } of directed) {
    const keys = answer.map(trimWords);
    for (const word of ask) add(word.includes(' + ') ? looseKey(word.split(' + ')) : trimWords(word), answer, keys);
  }
  return new Map([...all].map(([key, words]) => [key, [...words]]));
}

/** The languages in which this field has words of its own, as the interface has. */
export const fieldLanguages: readonly string[] = Object.keys(asked);

const made = new WeakMap<Synonyms, Map<string, Thesaurus>>();

/** Returns the thesaurus of this field in some languages, with the site's own synonyms. It is built once for each list of the site's. */
export function thesaurusFor(languages: readonly string[], own: Synonyms): Thesaurus {
  const known = made.get(own) ?? new Map<string, Thesaurus>();
  made.set(own, known);
  const key = languages.join(' ');
  const thesaurus =
    known.get(key) ??
    makeThesaurus(
      [...own, ...languages.flatMap((language) => (field[language] === undefined ? [] : readGroups(field[language])))],
      languages.flatMap((language) => (asked[language] === undefined ? [] : readAsked(asked[language]))),
    );
  known.set(key, thesaurus);
  return thesaurus;
}

const listed = new WeakMap<Thesaurus, readonly string[]>();

/**
 * Returns the single words of a thesaurus, folded: a question may have a typo of one of them that no page has. Those
 * that are asked for are without their endings.
 */
export function wordsOfThesaurus(thesaurus: Thesaurus): readonly string[] {
  const known = listed.get(thesaurus);
  if (known) return known;
  const answers = [...thesaurus.values()].flat().flatMap((one) => one.split(/[\s-]+/).map(foldWord));
  const words = [...new Set([...answers, ...[...thesaurus.keys()].filter((key) => !key.includes(' '))])];
  listed.set(thesaurus, words);
  return words;
}
