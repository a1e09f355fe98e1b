import { foreignFor } from './foreign-words';
import { joinPrefix, splitCompound } from './german';
import type { Piece } from './pieces';
import { fieldLanguages, type Thesaurus } from './synonyms';

/*
 * What a question needs that is asked in a language of which the site has no page. It is loaded for such questions alone.
 */

export interface Foreign {
  /** The language that the site lacks; undefined if it lacks none of the field's. */
  language: string | undefined;
  /** The words of that language, with those that mean the same in the languages that the site has. */
  words: Thesaurus;
  /** Joins and parts the words of a question asked in a language as that language does. */
  read: (pieces: readonly Piece[], language: string | undefined, synonyms: Thesaurus) => Piece[];
}

/** Opens what is known of the language that a site lacks. */
export function openForeign(languages: readonly string[]): Foreign {
  const words = foreignFor(languages);
  const isForeign = (key: string) => words.has(key);
  return {
    language: fieldLanguages.find((one) => !languages.includes(one)),
    words,
    read: (pieces, language, synonyms) => {
      const isKnown = (key: string) => words.has(key) || synonyms.has(key);
      const joined = language === 'de' ? joinPrefix(pieces, isKnown) : pieces;
      return joined.flatMap((piece) => splitCompound(piece, isForeign, isKnown));
    },
  };
}
