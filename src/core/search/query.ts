import { joinPrefix } from './german';
import { alone, findLoose, findOthers, type Others, type Reading } from './other-words';
import { readPieces, wordsOf } from './pieces';
import { foldWord } from './tokens';
import { joinVerbs, nameState } from './verbs';

/** One thing that a question asks for: a word, a name of several words, or several letters of a script without spaces. */
export interface Part {
  /** The part as typed. */
  typed: string;
  /** Its words, in small letters; they stand one after the other. None for what two words of the question mean together. */
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
  /** True for words that were not typed, but meant: nothing is said about other words in their stead. */
  isImplied?: boolean;
  /** The typing may not be finished yet: a longer word is meant as well. */
  open: boolean;
}

/** The most parts of a question that are searched for. */
const mostParts = 12;

const splitSynonyms = (synonyms: readonly string[]): string[][] => [...new Set(synonyms)].map(wordsOf);

/** A part without words of its own. */
const blank: Part = {
  typed: '',
  words: [],
  apart: [],
  strong: true,
  synonyms: [],
  foreign: [],
  spread: false,
  open: false,
};

/** Reads the parts of a question, without the stop words, unless there is nothing else. */
export function readQuery(query: string, reading: Reading): Part[] {
  const { stopWords, synonyms, foreign, verbs, language, literal = false } = reading;
  const typed = readPieces(query);
  const own = foreign?.read(typed, language, synonyms) ?? (verbs ? joinPrefix(typed, verbs) : typed);
  const pieces = literal ? typed : nameState(joinVerbs(own, synonyms), reading);
  const plain = pieces.map(({ words }) => words.map(foldWord).join(' '));
  const isStop = (at: number) => stopWords.stop.has(plain[at] ?? '');
  // "Problems" tell as little as "problem".
  const isWeak = (at: number) =>
    [plain[at] ?? '', (plain[at] ?? '').replace(/s$/, '')].some((word) => stopWords.weak.has(word));
  const makePart = (at: number, { take, isTelling, own: others, foreign: abroad }: Others): Part => {
    const taken = pieces.slice(at, at + take);
    return {
      typed: taken.map(({ typed: text }) => text).join(' '),
      words: taken.filter((_, i) => !isTelling || !isStop(at + i)).flatMap(({ words }) => words),
      spread: take > 1,
      strong: take > 1 || !isWeak(at),
      synonyms: splitSynonyms(others),
      foreign: splitSynonyms(abroad),
      apart: taken.flatMap((_, i) =>
        take === 1 || isStop(at + i) ? [] : [makePart(at + i, findOthers(plain.slice(0, at + i + 1), at + i, reading))],
      ),
      isImplied: taken.some(({ isImplied = false }) => isImplied),
      open: at + 1 === pieces.length && !/\s$/.test(query),
    };
  };
  const parts: Part[] = [];
  const loose = literal ? undefined : findLoose(plain, reading);
  for (let at = 0; at < pieces.length;) {
    const found = literal ? alone : findOthers(plain, at, reading);
    const others = { ...found, own: [...(loose?.words.get(at) ?? []), ...found.own] };
    if (others.take > 1 || !isStop(at)) parts.push(makePart(at, others));
    at += others.take;
  }
  for (const pair of loose?.pairs ?? []) parts.push({ ...blank, isImplied: true, synonyms: splitSynonyms(pair) });
  const all = pieces.map(({ typed: text, words }) => ({ ...blank, typed: text, words }));
  return (parts.length > 0 ? parts : all).slice(0, mostParts);
}
