import { foldWord, isUnspaced, readTokens } from './tokens';
import type { StopWords } from './stop-words';
import { trimWords, type Thesaurus } from './synonyms';

/** One thing that a question asks for: a word, a name of several words, or several letters of a script without spaces. */
export interface Part {
  /** The part as typed. */
  typed: string;
  /** Its words, in small letters; they stand one after the other. */
  words: readonly string[];
  /** True for a subject ("what"), false for a manner ("how"): a question is answered only if one of its subjects is found. */
  strong: boolean;
  /** Words that mean the same, each as words one after the other. */
  synonyms: readonly (readonly string[])[];
  /** Its words may also stand near each other, in another order: "lost data", "data is lost". */
  spread: boolean;
  /** The typing may not be finished yet: a longer word is meant as well. */
  open: boolean;
}

/**
 * A step's anchor, as it stands in addresses: the words of the step between dashes, and a hash of its signs. Without "#" before it, fewer
 * words are a name.
 */
const anchor =
  /(?<!\S)(?:#([\p{L}\p{N}]+(?:-{1,2}[\p{L}\p{N}]+)*)|([\p{L}\p{N}]+(?:-{1,2}[\p{L}\p{N}]+){3,}))(?:_[a-z\d]{5,7})?(?!\S)/gu;

/** The most parts of a question that are searched for. */
const mostParts = 12;

const wordsOf = (text: string): string[] => readTokens(text).map(({ word }) => word.toLowerCase());

/** The words of a piece, those of scripts without spaces apart from the others: both may stand side by side. */
function splitScripts(piece: string): string[][] {
  const groups: string[][] = [];
  let before: boolean | undefined;
  for (const word of wordsOf(piece)) {
    if (isUnspaced(word) === before) groups.at(-1)?.push(word);
    else groups.push([word]);
    before = isUnspaced(word);
  }
  return groups;
}

/** The most words that a synonym has. */
const longestSynonym = 4;

/** Finds the synonyms of the words that begin at a piece of the question, the longest first, and the number of pieces that they take. */
function findSynonyms(
  plain: readonly string[],
  at: number,
  synonyms: Thesaurus,
): { take: number; others: readonly string[] } {
  for (let take = Math.min(longestSynonym, plain.length - at); take > 0; take--) {
    const others = synonyms.get(trimWords(plain.slice(at, at + take).join(' ')));
    if (others) return { take, others };
  }
  return { take: 1, others: [] };
}

interface Reading {
  stopWords: StopWords;
  synonyms: Thesaurus;
  /** The question is taken as it was typed: no synonyms. */
  literal?: boolean;
}

interface Piece {
  typed: string;
  words: string[];
}

/** The pieces between blanks; letters of a script without spaces are pieces of their own. */
function readPieces(query: string): Piece[] {
  const text = query
    .normalize('NFC')
    .replace(anchor, (_, marked?: string, plain = '') => (marked ?? plain).replaceAll('-', ' '))
    .replace(/["“”„«»]/gu, ' ');
  return text.split(/[\s,;]+/u).flatMap((piece): Piece[] => {
    const groups = splitScripts(piece);
    const typed = piece.replace(/^[([{¿¡]+|[?!.:)\]}]+$/gu, '');
    return groups.map((words) => ({ words, typed: groups.length === 1 ? typed : words.join('') }));
  });
}

/** Reads the parts of a question, without the stop words, unless there is nothing else. */
export function readQuery(query: string, { stopWords, synonyms, literal = false }: Reading): Part[] {
  const pieces = readPieces(query).filter(({ words }) => words.some((word) => /[\p{L}\p{N}]/u.test(word)));
  const plain = pieces.map(({ words }) => words.map(foldWord).join(' '));
  const parts: Part[] = [];
  for (let at = 0; at < pieces.length;) {
    const { take, others } = literal ? { take: 1, others: [] } : findSynonyms(plain, at, synonyms);
    const taken = pieces.slice(at, at + take);
    const isStop = take === 1 && stopWords.stop.has(plain[at] ?? '');
    if (!isStop)
      parts.push({
        typed: taken.map(({ typed }) => typed).join(' '),
        words: taken.flatMap(({ words }) => words),
        spread: take > 1,
        strong: take > 1 || !stopWords.weak.has(plain[at] ?? ''),
        synonyms: [...new Set(others)].map(wordsOf),
        open: at + 1 === pieces.length && !/\s$/.test(query),
      });
    at += take;
  }
  const all = pieces.map(({ typed, words }) => ({
    typed,
    words,
    strong: true,
    synonyms: [],
    spread: false,
    open: false,
  }));
  return (parts.length > 0 ? parts : all).slice(0, mostParts);
}
