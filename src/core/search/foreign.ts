import { readWords } from './read-groups';
import { joinPrefix, splitCompound } from './german';
import type { Piece } from './pieces';
import { fieldLanguages, trimWords, type Thesaurus } from './synonyms';

/* The words for questions in a language of which the site has no page. */

export interface Foreign {
  /** The language that the site lacks. */
  language: string;
  /** The words of that language, with those that mean the same in the languages that the site has. */
  words: Thesaurus;
  /** Joins and parts the words of a question asked in a language as that language does. */
  read: (pieces: readonly Piece[], language: string | undefined, synonyms: Thesaurus) => Piece[];
}

/** The languages of the words, in the order in which they stand in a line. */
const languages = ['de', 'en'];

/** The language of the field that a site lacks; undefined if it has pages in each, or in none of them. */
export function lackedBy(site: readonly string[]): string | undefined {
  const lacked = fieldLanguages.filter((one) => !site.includes(one));
  return lacked.length < fieldLanguages.length ? lacked[0] : undefined;
}

/** Reads the words of the language that a site lacks, from lines of those that mean the same in both. */
export function readForeign(text: string, language: string): Foreign {
  const at = languages.indexOf(language);
  const words = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const sides = line.split('|').map(readWords);
    const own = sides.filter((_, i) => i !== at).flat();
    for (const word of sides[at] ?? []) words.set(trimWords(word), [...(words.get(trimWords(word)) ?? []), ...own]);
  }
  const isForeign = (key: string) => words.has(key);
  return {
    language,
    words,
    read: (pieces, spoken, synonyms) => {
      if (language !== 'de') return [...pieces];
      const isKnown = (key: string) => words.has(key) || synonyms.has(key);
      const joined = spoken === 'de' ? joinPrefix(pieces, isKnown) : pieces;
      return joined.flatMap((piece) => splitCompound(piece, isForeign, isKnown));
    },
  };
}
