import { correctWord, splitWord } from './correct';
import { matchNear, matchPhrase, uniteMatches, type Match, type Matches, type Stands } from './matches';
import type { Index } from './search-index';
import type { Part } from './query';
import { trimEnding } from './synonyms';
import { spellingsOf } from './spellings';
import { stopWordsOf } from './stop-words';
import { foldWord, isUnspaced, readTokens } from './tokens';

/*
 * Finds each part of a question by itself, in the index of every language: as typed, else by a synonym, a longer word, a word of which it
 * may be a typo, or two words written as one.
 */

/** Quality of a match by the way in which it was found. */
const qualities = {
  typed: 1,
  joined: 1,
  corrected: 0.9,
  synonym: 0.75,
  open: 0.7,
  longer: 0.4,
  compound: 0.65,
  elsewhere: 0.35,
};

/** Other words may stand between those of a synonym: "roll the database back". */
const gap = 3;

/** The fewest letters from which a longer word with the same beginning is taken for a shorter one. */
const shortestBeginning = { open: 3, closed: 4, found: 5 };

/** The result for a part: its matches in each index, and the change made to the part to get them. */
export interface Found {
  part: Part;
  matches: Matches[];
  how: 'typed' | 'corrected' | 'replaced' | 'left';
  instead?: string;
}

const isFound = (matches: readonly Matches[]) => matches.some((one) => one.size > 0);
const isWord = ({ words }: Part): boolean => words.length === 1 && /^\p{L}/u.test(words[0] ?? '');
const isPlain = (word: string): boolean => /^\p{L}+$/u.test(word);

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
const findWords = (words: readonly string[], indexes: readonly Index[], quality: number): Promise<Matches[]> =>
  Promise.all(indexes.map(async (index) => matchPhrase(await lookUp(words, index), quality)));

/**
 * Finds, in each index, the places where words stand near each other. Small words stand near everything: with one of them there may be one
 * word between, in the order of the question, "switch it off".
 */
const findNear = (words: readonly string[], indexes: readonly Index[], quality: number): Promise<Matches[]> =>
  Promise.all(
    indexes.map(async (index) => {
      const { stop } = stopWordsOf([index.language]);
      const isLoose = !words.some((word) => stop.has(word));
      return matchNear(await lookUp(words, index), quality, isLoose ? gap : 1, !isLoose);
    }),
  );

const findBeginnings = (word: string, indexes: readonly Index[], quality: number): Promise<Matches[]> =>
  Promise.all(indexes.map(async (index) => matchPhrase([await index.beginning(word)], quality)));

const unite = (all: readonly (readonly Matches[])[], indexes: readonly Index[]): Matches[] =>
  indexes.map((_, i) => uniteMatches(all.flatMap((one) => one[i] ?? [])));

/** Languages that write several words as one, the principal one last: "Datenbanksicherung". */
const compounding = new Set(['de', 'nl', 'sv', 'da', 'no', 'nb', 'nn', 'fi']);

/** The most words with the same ending that are looked up, and the shortest word for which they are. */
const ends = { most: 5, shortest: 5 };

/** Finds longer words that end with a word, in languages that form words that way. */
const findEndings = (word: string, indexes: readonly Index[], quality: number): Promise<Matches[]> =>
  Promise.all(
    indexes.map(async (index) => {
      const folded = foldWord(word);
      if (!compounding.has(index.language) || folded.length < ends.shortest) return new Map<string, Match[]>();
      const longer = (await index.words()).filter((one) => one.endsWith(folded) && one !== folded).slice(0, ends.most);
      const all = await Promise.all(longer.map((one) => index.exact(one)));
      return uniteMatches(all.map((stands) => matchPhrase([stands], quality)));
    }),
  );

async function findSynonyms(
  synonyms: Part['synonyms'],
  indexes: readonly Index[],
  quality = qualities.synonym,
): Promise<{ matches: Matches[]; instead: string }> {
  const all = await Promise.all(
    synonyms.map(async (words) => {
      const near = findNear(words, indexes, quality);
      const [word = ''] = words;
      return unite([await near, words.length > 1 ? [] : await findEndings(word, indexes, qualities.compound)], indexes);
    }),
  );
  const instead = synonyms.filter((_, i) => isFound(all[i] ?? [])).map((words) => words.join(' '));
  return { matches: unite(all, indexes), instead: instead[0] ?? '' };
}

/** Finds the longest pieces of a text without spaces that occur somewhere: each is a part of its own. */
async function cutUnspaced(part: Part, indexes: readonly Index[]): Promise<Found[]> {
  const found: Found[] = [];
  let left = '';
  for (let at = 0; at < part.words.length;) {
    let take = Math.min(part.words.length - at, 12);
    let matches: Matches[] = [];
    for (; take > 1; take--) {
      matches = await findWords(part.words.slice(at, at + take), indexes, qualities.typed);
      if (isFound(matches)) break;
    }
    const words = part.words.slice(at, at + take);
    if (take > 1) found.push({ part: { ...part, typed: words.join(''), words }, matches, how: 'typed' });
    else left += words.join('');
    at += take;
  }
  // Particles and endings are no words of their own.
  const says = (text: string) => !/^\p{Script=Hiragana}+$/u.test(text);
  const telling = found.filter(({ part: { typed } }) => says(typed));
  const rest = left.replace(/\p{Script=Hiragana}/gu, '');
  const none: Found[] =
    rest === '' && telling.length > 0
      ? []
      : [{ part: { ...part, typed: rest || part.typed }, matches: [], how: 'left' }];
  return [...(telling.length > 0 ? telling : []), ...none];
}

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

/** Tries other words for a part not found as typed: synonyms, longer words, other endings, corrections, two words for one. */
async function findOther(part: Part, indexes: readonly Index[]): Promise<Found> {
  const lost: Found = { part, matches: [], how: 'left' };
  const synonyms = await findSynonyms([...part.foreign, ...part.synonyms], indexes);
  const [word = ''] = part.words;
  const longer = isWord(part) ? await findEndings(word, indexes, qualities.compound) : [];
  if (isFound(longer)) return { part, matches: unite([longer, synonyms.matches], indexes), how: 'typed' };
  if (isFound(synonyms.matches)) return { part, matches: synonyms.matches, how: 'replaced', instead: synonyms.instead };
  if (!isWord(part)) return lost;
  const folded = foldWord(word);
  const lists = await Promise.all(indexes.map((index) => index.words()));
  const shortest = part.open ? shortestBeginning.open : shortestBeginning.closed;
  if (word.length >= shortest && lists.some((list) => list.some((one) => one.startsWith(folded)))) {
    return { part, matches: await findBeginnings(word, indexes, qualities.open), how: 'typed' };
  }
  for (const spelling of spellingsOf(folded)) {
    const matches = await findWords([spelling], indexes, qualities.typed);
    if (isFound(matches)) return { part, matches, how: 'typed' };
  }
  const ending = trimEnding(folded);
  for (const list of lists) {
    const other = list.find(
      (one) => one.length >= shortestBeginning.closed && (one === ending || trimEnding(one) === ending),
    );
    const matches = other === undefined ? [] : await findWords([other], indexes, qualities.typed);
    if (isFound(matches)) return { part, matches, how: 'typed' };
  }
  const { stop, weak } = stopWordsOf(indexes.map(({ language }) => language));
  for (const list of lists) {
    // A word is not taken for one that tells no subject.
    const instead = correctWord(
      folded,
      list.filter((one) => !stop.has(one) && !weak.has(one)),
    );
    if (instead === undefined) continue;
    const matches = await findWords([instead], indexes, qualities.corrected);
    if (isFound(matches)) return { part: { ...part, words: [instead] }, matches, how: 'corrected', instead };
  }
  for (const list of lists) {
    const two = splitWord(folded, new Set(list));
    const matches = two && (await findWords(two, indexes, qualities.joined));
    if (two && matches && isFound(matches)) return { part, matches, how: 'typed' };
  }
  return lost;
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

/** A word of which one language makes two: "rollback", "roll back". */
async function findSplit(part: Part, index: Index, quality: number): Promise<Matches> {
  const two = isWord(part) && splitWord(foldWord(part.words[0] ?? ''), new Set(await index.words()));
  return two ? matchPhrase(await lookUp(two, index), quality) : new Map<string, Match[]>();
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
      return own.size > 0 ? own : uniteMatches([await findSplit(part, index, qualities.joined), matches[i] ?? own]);
    }),
  );
}

/** Finds each part of a question. `wide`: with all that means the same, not only where nothing is found without. */
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
      const other = await findOther(part, indexes);
      return other.how === 'left' && part.apart.length > 0 ? findParts(part.apart, indexes, literal) : [other];
    }),
  );
  return found.flat();
}

export const wordsOf = (text: string): string[] => readTokens(text).map(({ word }) => word.toLowerCase());

/** Adds synonyms, and longer words with the same beginning, to the matches. */
export const widen = (found: readonly Found[], indexes: readonly Index[]): Promise<Found[]> =>
  Promise.all(
    found.map(async (one) => {
      if (one.how !== 'typed' && one.how !== 'corrected') return one;
      const [word = ''] = one.part.words;
      const longer = isWord(one.part) && word.length >= shortestBeginning.found;
      const all = await Promise.all([
        findSynonyms(one.part.synonyms, indexes).then(({ matches }) => matches),
        longer ? findBeginnings(word, indexes, qualities.longer) : [],
        longer ? findEndings(word, indexes, qualities.compound) : [],
        longer ? Promise.all(indexes.map((index) => findSplit(one.part, index, qualities.synonym))) : [],
      ]);
      const wide = unite([one.matches, ...all], indexes);
      // In a language that lacks the word itself, synonyms count less, as before.
      const has = (matches: Matches) =>
        [...matches.values()].some((found) => found.some(({ quality }) => quality >= qualities.corrected));
      return { ...one, matches: one.matches.map((matches, i) => (has(matches) ? (wide[i] ?? matches) : matches)) };
    }),
  );
