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
  /** Words of other languages that mean the same, for a part that is in no page of the site. */
  foreign: readonly (readonly string[])[];
  /** Its words as parts of their own, for a part of several words that is nowhere. */
  apart: readonly Part[];
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

/** The other words for some pieces of a question: the site's and its languages' own, and those of other languages. */
interface Others {
  /** The number of pieces. */
  take: number;
  /** Words among them that tell no subject are left out: "the disk is full" is "disk full". */
  isTelling: boolean;
  own: readonly string[];
  foreign: readonly string[];
}

/** Finds other words for the pieces that begin at one of a question's, for as many pieces as there are any for. */
function findOthers(plain: readonly string[], at: number, { synonyms, foreign, stopWords }: Reading): Others {
  for (let take = Math.min(longestSynonym, plain.length - at); take > 0; take--) {
    const pieces = plain.slice(at, at + take);
    const telling = pieces.filter((piece) => !stopWords.stop.has(piece));
    const isFramed = telling.length > 1 && telling[0] === pieces[0] && telling.at(-1) === pieces.at(-1);
    for (const words of isFramed ? [pieces, telling] : [pieces]) {
      const key = trimWords(words.join(' '));
      const [own, abroad] = [synonyms.get(key), foreign?.get(key)];
      if (own ?? abroad) return { take, isTelling: words === telling, own: own ?? [], foreign: abroad ?? [] };
    }
  }
  return alone;
}

/** Words that end a verb of two words, whose object may stand between: "turn it off", "roll the release back". */
const particles = new Set('back down in off on out over up'.split(' '));

/** The most pieces between a verb and its particle. */
const longestObject = 4;

/** Puts the two words of a verb side by side, where they are known as one: "turn the page off" is "turn off the page". */
function joinVerbs(pieces: readonly Piece[], synonyms: Thesaurus): Piece[] {
  const joined = [...pieces];
  for (let at = 0; at < joined.length; at++) {
    const verb = joined[at]?.words.join(' ') ?? '';
    const near = joined.slice(at + 2, at + 2 + longestObject);
    const found = near.findIndex(
      ({ words }) => particles.has(words.join(' ')) && synonyms.has(trimWords(`${verb} ${words.join(' ')}`)),
    );
    const [particle] = found < 0 ? [] : joined.splice(at + 2 + found, 1);
    if (particle) joined.splice(at + 1, 0, particle);
  }
  return joined;
}

/** A piece for which there are no other words. */
const alone: Others = { take: 1, isTelling: false, own: [], foreign: [] };

const splitSynonyms = (synonyms: readonly string[]): string[][] => [...new Set(synonyms)].map(wordsOf);

interface Reading {
  stopWords: StopWords;
  synonyms: Thesaurus;
  /** Words of other languages. */
  foreign?: Thesaurus;
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
    .replace(/["“”„«»]/gu, ' ')
    // "500s" are several answers of 500.
    .replace(/(?<![\p{L}\p{N}])(\d{3})s(?![\p{L}\p{N}])/gu, '$1');
  return text.split(/[\s,;]+/u).flatMap((piece): Piece[] => {
    const groups = splitScripts(piece);
    const typed = piece.replace(/^[([{¿¡]+|[?!.:)\]}]+$/gu, '');
    return groups.map((words) => ({ words, typed: groups.length === 1 ? typed : words.join('') }));
  });
}

/** Reads the parts of a question, without the stop words, unless there is nothing else. */
export function readQuery(query: string, reading: Reading): Part[] {
  const { stopWords, literal = false } = reading;
  const typed = readPieces(query).filter(({ words }) => words.some((word) => /[\p{L}\p{N}]/u.test(word)));
  const pieces = literal ? typed : joinVerbs(typed, reading.synonyms);
  const plain = pieces.map(({ words }) => words.map(foldWord).join(' '));
  const isStop = (at: number) => stopWords.stop.has(plain[at] ?? '');
  const makePart = (at: number, { take, isTelling, own, foreign }: Others): Part => {
    const taken = pieces.slice(at, at + take);
    return {
      typed: taken.map(({ typed: text }) => text).join(' '),
      words: taken.filter((_, i) => !isTelling || !isStop(at + i)).flatMap(({ words }) => words),
      spread: take > 1,
      strong: take > 1 || !stopWords.weak.has(plain[at] ?? ''),
      synonyms: splitSynonyms(own),
      foreign: splitSynonyms(foreign),
      apart: taken.flatMap((_, i) =>
        take === 1 || isStop(at + i) ? [] : [makePart(at + i, findOthers(plain.slice(0, at + i + 1), at + i, reading))],
      ),
      open: at + 1 === pieces.length && !/\s$/.test(query),
    };
  };
  const parts: Part[] = [];
  for (let at = 0; at < pieces.length;) {
    const others = literal ? alone : findOthers(plain, at, reading);
    if (others.take > 1 || !isStop(at)) parts.push(makePart(at, others));
    at += others.take;
  }
  const all = pieces.map(({ typed: text, words }) => ({
    typed: text,
    words,
    apart: [],
    strong: true,
    synonyms: [],
    foreign: [],
    spread: false,
    open: false,
  }));
  return (parts.length > 0 ? parts : all).slice(0, mostParts);
}
