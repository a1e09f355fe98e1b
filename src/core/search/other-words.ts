import type { Foreign } from './foreign';
import type { IsKnown } from './german';
import type { StopWords } from './stop-words';
import { looseKey, trimWords, type Thesaurus } from './synonyms';

/** The words by which a question is read. */
export interface Reading {
  stopWords: StopWords;
  /** The language that the question is asked in. */
  language?: string;
  synonyms: Thesaurus;
  /** The words of a language that the site lacks. */
  foreign?: Foreign | undefined;
  /** Tells the verbs of German pages, for a question in German. */
  verbs?: IsKnown | undefined;
  /** The question is taken as it was typed: no synonyms. */
  literal?: boolean;
}

/** The most words that a synonym has. */
const longestSynonym = 4;

/** The other words for some pieces of a question: the site's and its languages' own, and those of other languages. */
export interface Others {
  /** The number of pieces. */
  take: number;
  /** Words among them that tell no subject are left out: "the disk is full" is "disk full". */
  isTelling: boolean;
  own: readonly string[];
  foreign: readonly string[];
}

/** Small words that make another verb of the one before them, "put up" and "put back", and so are not left out between two words. */
const particles = new Set(['down', 'off', 'out', 'over', 'up']);

/** Finds other words for the pieces that begin at one of a question's, for as many pieces as there are any for. */
export function findOthers(plain: readonly string[], at: number, { synonyms, foreign, stopWords }: Reading): Others {
  for (let take = Math.min(longestSynonym, plain.length - at); take > 0; take--) {
    const pieces = plain.slice(at, at + take);
    const telling = pieces.filter((piece) => !stopWords.stop.has(piece));
    const isFramed =
      !pieces.some((piece) => particles.has(piece)) &&
      telling.length > 1 &&
      telling[0] === pieces[0] &&
      telling.at(-1) === pieces.at(-1);
    for (const words of isFramed ? [pieces, telling] : [pieces]) {
      const key = trimWords(words.join(' '));
      const [own, abroad] = [synonyms.get(key), foreign?.words.get(key)];
      if (own ?? abroad) return { take, isTelling: words === telling, own: own ?? [], foreign: abroad ?? [] };
    }
  }
  return alone;
}

/** The most pieces from one word to another that means something together with it: "lost all our production data". */
const longestLoose = 5;

/** The other words for pairs of words that mean something together. */
export interface Loose {
  /** The other words for each word of a pair, by the word's index among the pieces. */
  words: ReadonlyMap<number, readonly string[]>;
  /** The other words for each pair. */
  pairs: readonly (readonly string[])[];
}

/** Finds words that mean something together, wherever they stand near each other. */
export function findLoose(plain: readonly string[], { synonyms }: Reading): Loose {
  const found = new Map<number, readonly string[]>();
  const pairs = new Set<readonly string[]>();
  for (const [at, word] of plain.entries())
    for (let other = at + 1; other < Math.min(plain.length, at + 1 + longestLoose); other++) {
      const answers = synonyms.get(looseKey([word, plain[other] ?? '']));
      if (answers === undefined) continue;
      pairs.add(answers);
      for (const one of [at, other]) found.set(one, [...(found.get(one) ?? []), ...answers]);
    }
  return { words: found, pairs: [...pairs] };
}

/** A piece for which there are no other words. */
export const alone: Others = { take: 1, isTelling: false, own: [], foreign: [] };
