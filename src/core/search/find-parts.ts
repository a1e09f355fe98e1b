import { correctWord, splitWord } from './correct';
import { cutUnspaced } from './cut-unspaced';
import type { Found } from './found';
import {
  findBeginnings,
  findEndings,
  findForms,
  findNear,
  findSplit,
  findSynonyms,
  findWords,
  isFound,
  qualities,
  unite,
} from './look-up';
import { uniteMatches, type Match, type Matches } from './matches';
import { wordsOf } from './pieces';
import type { Part } from './query';
import type { Index } from './search-index';
import { spellingsOf } from './spellings';
import { stopWordsOf } from './stop-words';
import { trimEnding } from './synonyms';
import { foldWord, isUnspaced } from './tokens';

/*
 * Finds each part of a question by itself, in the index of every language: as typed, else by a synonym, a longer word, a word of which it
 * may be a typo, or two words written as one.
 */

/** The fewest letters from which a longer word with the same beginning is taken for a shorter one. */
const shortestBeginning = { open: 3, closed: 5, found: 5 };

/** The fewest letters of a word that is taken for another one with the same beginning and another ending. */
const shortestOther = 4;

const isWord = ({ words }: Part): boolean => words.length === 1 && /^\p{L}/u.test(words[0] ?? '');

/** A status, or the number of an error: "502", "E1101". */
const code = /\d{3}/;
const isPlain = (word: string): boolean => /^\p{L}+$/u.test(word);

/** Finds a part as typed: its words one after the other, or written as one. */
async function findTyped(part: Part, indexes: readonly Index[]): Promise<Matches[]> {
  const joined = part.words.length > 1 && part.words.every(isPlain) ? part.words.join('') : undefined;
  const all = [findWords(part.words, indexes, qualities.typed)];
  if (joined !== undefined && !isUnspaced(joined)) all.push(findWords([joined], indexes, qualities.joined));
  if (part.spread) all.push(findNear(part.words, indexes, qualities.typed));
  const version = part.words[0] === 'v' && part.words.length > 1;
  if (version) all.push(findWords(part.words.slice(1), indexes, qualities.typed));
  return unite(await Promise.all(all), indexes);
}

/** Finds a word in another spelling of it. */
async function findSpelling(part: Part, folded: string, indexes: readonly Index[]): Promise<Found | undefined> {
  for (const spelling of spellingsOf(folded)) {
    const matches = await findWords([spelling], indexes, qualities.typed);
    if (isFound(matches)) return { part, matches, how: 'typed' };
  }
  return undefined;
}

/** Finds a word with another ending, else one of which it may be a typo. `lists`: the words of each index. */
async function findMeant(
  part: Part,
  folded: string,
  lists: readonly (readonly string[])[],
  indexes: readonly Index[],
): Promise<Found | undefined> {
  // A word is not taken for one that tells no subject.
  const { stop, weak } = stopWordsOf(indexes.map(({ language }) => language));
  const subjects = lists.map((list) => list.filter((one) => !stop.has(one) && !weak.has(one)));
  const ending = trimEnding(folded);
  for (const list of subjects) {
    const other = list.find((one) => one.length >= shortestOther && (one === ending || trimEnding(one) === ending));
    const matches = other === undefined ? [] : await findWords([other], indexes, qualities.typed);
    if (isFound(matches)) return { part, matches, how: 'typed' };
  }
  for (const list of subjects) {
    const instead = correctWord(folded, list);
    if (instead === undefined) continue;
    const matches = await findWords([instead], indexes, qualities.corrected);
    if (isFound(matches)) return { part: { ...part, words: [instead] }, matches, how: 'corrected', instead };
  }
  return undefined;
}

/** Finds two words that were written as one. `lists`: the words of each index. */
async function findTwo(
  part: Part,
  folded: string,
  lists: readonly (readonly string[])[],
  indexes: readonly Index[],
): Promise<Found | undefined> {
  for (const list of lists) {
    const two = splitWord(folded, new Set(list));
    const matches = two && (await findWords(two, indexes, qualities.joined));
    if (matches && isFound(matches)) return { part, matches, how: 'typed' };
  }
  return undefined;
}

/** Tries other words for a part not found as typed: synonyms, longer words, other endings, corrections, two words for one. */
async function findOther(part: Part, indexes: readonly Index[]): Promise<Found> {
  const lost: Found = { part, matches: [], how: 'left' };
  const synonyms = await findSynonyms([...part.foreign, ...part.synonyms], indexes);
  const [word = ''] = part.words;
  const longer = isWord(part) ? await findEndings(word, indexes, qualities.compound) : [];
  const forms = isWord(part) ? await findForms(word, indexes, qualities.formAlone) : [];
  if (isFound(longer) || isFound(forms))
    return { part, matches: unite([longer, forms, synonyms.matches], indexes), how: 'typed' };
  if (isFound(synonyms.matches)) {
    return part.isImplied ? { part, matches: synonyms.matches, how: 'typed' } : { part, ...synonyms, how: 'replaced' };
  }
  if (!isWord(part)) return lost;
  const folded = foldWord(word);
  const lists = await Promise.all(indexes.map((index) => index.words()));
  const shortest = part.open ? shortestBeginning.open : shortestBeginning.closed;
  if (word.length >= shortest && lists.some((list) => list.some((one) => one.startsWith(folded)))) {
    return { part, matches: await findBeginnings(word, indexes, qualities.open), how: 'typed' };
  }
  return (
    (await findSpelling(part, folded, indexes)) ??
    (await findMeant(part, folded, lists, indexes)) ??
    (await findTwo(part, folded, lists, indexes)) ??
    lost
  );
}

/** Two parts that stand in the text as one word: "fail over", "failover". */
async function findJoined(parts: readonly Part[], indexes: readonly Index[]): Promise<Matches[][]> {
  return Promise.all(
    parts.map(async (part, i) => {
      const next = parts[i + 1];
      if (!next || !isWord(part) || !isWord(next)) return [];
      return findWords([`${part.words[0]}${next.words[0]}`], indexes, qualities.joined);
    }),
  );
}

/** Fills the languages in which a part was not found: with the word split in two, or with synonyms. */
async function fillEmpty(
  part: Part,
  found: Matches[],
  indexes: readonly Index[],
  literal: boolean,
): Promise<Matches[]> {
  if (literal || found.every((one) => one.size > 0)) return found;
  const { matches } = await findSynonyms(part.synonyms, indexes, qualities.elsewhere);
  return Promise.all(
    indexes.map(async (index, i) => {
      const own = found[i] ?? new Map<string, Match[]>();
      if (own.size > 0) return own;
      const split = isWord(part) ? [await findSplit(part.words[0] ?? '', index, qualities.joined)] : [];
      return uniteMatches([...split, matches[i] ?? own]);
    }),
  );
}

/** Finds each part of a question by itself. `literal`: as it was typed, or not at all. */
export async function findParts(parts: readonly Part[], indexes: readonly Index[], literal: boolean): Promise<Found[]> {
  const joining = literal ? [] : findJoined(parts, indexes);
  const found = await Promise.all(
    parts.map(async (part, i): Promise<Found[]> => {
      const [alone, joined] = await Promise.all([findTyped(part, indexes), joining]);
      const typed = unite([alone, joined[i] ?? [], joined[i - 1] ?? []], indexes);
      if (isFound(typed)) return [{ part, matches: await fillEmpty(part, typed, indexes, literal), how: 'typed' }];
      if (isUnspaced(part.words[0] ?? '') && part.words.length > 1) return cutUnspaced(part, indexes);
      const pieces = part.typed
        .split('/')
        .map(wordsOf)
        .filter((words) => words.length > 0);
      if (pieces.length > 1) {
        const all = await Promise.all(pieces.map((words) => findWords(words, indexes, qualities.typed)));
        const some = unite(all, indexes);
        if (all.every(isFound)) return [{ part, matches: some, how: 'typed' }];
      }
      if (literal) return [{ part, matches: [], how: 'left' }];
      const other = { ...(await findOther(part, indexes)), isOther: true };
      return other.how === 'left' && part.apart.length > 0 ? findParts(part.apart, indexes, literal) : [other];
    }),
  );
  return found.flat();
}

/** Adds synonyms, and longer words with the same beginning, to the matches. */
export const widen = (found: readonly Found[], indexes: readonly Index[]): Promise<Found[]> =>
  Promise.all(
    found.map(async (one) => {
      if (one.how !== 'typed' && one.how !== 'corrected') return one;
      const [word = ''] = one.part.words;
      const longer = isWord(one.part) && word.length >= shortestBeginning.found;
      // A reader who asks for a code means that one: "502" is no other error.
      const quality = one.part.words.some((part) => code.test(part)) ? qualities.besideCode : qualities.synonym;
      const all = await Promise.all([
        findSynonyms(one.part.synonyms, indexes, quality).then(({ matches }) => matches),
        longer ? findBeginnings(word, indexes, qualities.longer) : [],
        isWord(one.part) ? findForms(word, indexes, qualities.form) : [],
        longer ? findEndings(word, indexes, qualities.compound) : [],
        longer ? Promise.all(indexes.map((index) => findSplit(word, index, qualities.synonym))) : [],
      ]);
      const wide = unite([one.matches, ...all], indexes);
      // In a language that lacks the word itself, synonyms count less, as before.
      const has = (matches: Matches) =>
        [...matches.values()].some((found) => found.some(({ quality }) => quality >= qualities.corrected));
      return { ...one, matches: one.matches.map((matches, i) => (has(matches) ? (wide[i] ?? matches) : matches)) };
    }),
  );
