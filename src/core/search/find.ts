import { correctWord } from './correct';
import { lackedBy, readForeign, type Foreign } from './foreign';
import { findParts, widen } from './find-parts';
import type { Found } from './found';
import type { Match } from './matches';
import { choosePages, idsOf } from './choose-pages';
import { dropDoubles } from './doubles';
import { discountNone, isTrouble } from './none-of-them';
import { wordsOf } from './pieces';
import type { Reading } from './other-words';
import { readQuery } from './query';
import { rankPlaces, type Ranked } from './rank';
import type { Sought } from './sought';
import type { Index } from './search-index';
import { guessLanguage, stopWordsOf } from './stop-words';
import { fieldLanguages, thesaurusFor, trimWords, wordsOfThesaurus, type Synonyms } from './synonyms';
import { tellReplaced } from './tell-replaced';
import { foldWord } from './tokens';
import { weighPart } from './weigh-part';

/** A word in whose stead another one was searched for. */
export interface Instead {
  typed: string;
  instead: string;
}

/** A place that was found, and the matches in it: locations on its page. */
export interface Hit extends Ranked {
  language: string;
  matches: readonly Match[];
}

/** The answer to a question: its hits, and the changes made to the question to get them. */
export interface Answer {
  hits: readonly Hit[];
  /** Number of pages on which something was found; more than the pages of the hits if not all pages were examined. */
  pages: number;
  left: readonly string[];
  corrected: readonly Instead[];
  replaced: readonly Instead[];
}

export interface Asked {
  query: string;
  /** The language of the page; its answers come first. */
  language: string;
  /** The languages of the site. */
  languages: readonly string[];
  synonyms: Synonyms;
  /** Fetches the words of a language that the site lacks, with what they mean (src/build/search/foreign-words.ts). */
  foreign?: (() => Promise<string>) | undefined;
  /** The question is taken as typed: nothing is corrected, replaced or completed. */
  literal?: boolean;
  /** The most pages to look at, in an index where the places of each page are a file to fetch. */
  mostPages?: number;
  /** Nobody waits for the answer any more: it may be empty. */
  isStale?: () => boolean;
}

/** The most pages to look at unless the question says so. */
const usualPages = 12;

/** The answers of one index. */
async function rankIndex(
  found: readonly Found[],
  index: Index,
  i: number,
  mostPages: number,
): Promise<{ hits: Hit[]; pages: number }> {
  const asksForNone = found.some(({ part }) => part.words.includes('0'));
  const sought = dropDoubles(
    await Promise.all(
      found
        .filter(({ how }) => how !== 'left')
        .map(async ({ part, matches }): Promise<Sought> => {
          const all = matches[i] ?? new Map<string, Match[]>();
          const own = !asksForNone && isTrouble(part.words) ? discountNone(all, await index.exact('0')) : all;
          return { weight: weighPart(part, own, index.pages), matches: own, isImplied: part.words.length === 0 };
        }),
    ),
  );
  const ids = idsOf(sought);
  if (ids.size === 0) return { hits: [], pages: 0 };
  const chosen = index.hasAllPlaces ? [...ids] : choosePages(ids, sought, mostPages);
  const ranked = rankPlaces(await index.placesOf(chosen), sought);
  const hits = ranked.map((one): Hit => {
    const { places } = one.page;
    const [start, end] = [places[one.index]?.location ?? 0, places[one.index + 1]?.location ?? Infinity];
    const matches = sought
      .flatMap(({ matches: all }) => all.get(one.id) ?? [])
      .filter(({ at }) => at >= start && at < end);
    return { ...one, language: index.language, matches: matches.toSorted((a, b) => a.at - b.at) };
  });
  const pages = chosen.length < ids.size ? ids.size : new Set(hits.map(({ id }) => id)).size;
  return { hits, pages };
}

/** The factor on the score of an answer in another language than the page's. */
const otherLanguage = 0.5;

async function rankAll(found: readonly Found[], indexes: readonly Index[], language: string, mostPages: number) {
  const ranked = await Promise.all(indexes.map((index, i) => rankIndex(found, index, i, mostPages)));
  const hits = ranked
    .flatMap(({ hits: own }) => own)
    .map((hit) => ({ ...hit, score: hit.language === language ? hit.score : hit.score * otherLanguage }))
    .toSorted((a, b) => b.score - a.score);
  return { hits, pages: ranked.reduce((sum, { pages }) => sum + pages, 0) };
}

/** Returns the score of the best answer, leaving out the discount for another language. */
const bestScore = (hits: readonly Hit[], language: string): number =>
  Math.max(0, ...hits.map((hit) => (hit.language === language ? hit.score : hit.score / otherLanguage)));

/** The score from which on an answer needs no other words. */
const goodEnough = 0.8;

/**
 * Answers a question from the indexes of a site's languages. Once words have been corrected, the question is asked again with the right
 * ones.
 */
export async function find(asked: Asked, indexes: readonly Index[]): Promise<Answer> {
  const answer = await findOnce(asked, indexes);
  if (answer.corrected.length === 0) return answer;
  const query = answer.corrected.reduce((text, { typed, instead }) => text.replace(typed, () => instead), asked.query);
  const again = await findOnce({ ...asked, query }, indexes);
  // A word that was corrected in vain is left out as it was typed.
  const isVain = ({ instead }: Instead) => again.left.includes(instead);
  const corrected = answer.corrected.filter((one) => !isVain(one));
  const left = again.left.map((word) => answer.corrected.find(({ instead }) => instead === word)?.typed ?? word);
  return { ...again, left, corrected };
}

/** What is known of words only once a question needs it. */
type Known = Pick<Reading, 'foreign' | 'verbs'>;

/** The parts of a question, and the language that it is asked in. */
function readAsked({ query, language, languages, synonyms, literal = false }: Asked, { foreign, verbs }: Known = {}) {
  const isOf = (word: string, one: string) => one === foreign?.language && foreign.words.has(trimWords(word));
  const own = guessLanguage(wordsOf(query).map(foldWord), [language, ...languages, ...fieldLanguages], isOf);
  const spoken = [...new Set([language, own])];
  const thesaurus = thesaurusFor([...new Set([...spoken, ...languages])], synonyms);
  const reading = { stopWords: stopWordsOf(spoken), language: own, synonyms: thesaurus, foreign, verbs, literal };
  const parts = readQuery(query, reading);
  return { parts, own, known: () => [...wordsOfThesaurus(thesaurus), ...(foreign?.words.keys() ?? [])] };
}

/** The words that are looked up to answer a question, each once: its own first, then those that mean the same. */
export function wordsToLookUp(asked: Asked): string[] {
  const { parts } = readAsked(asked);
  return [...new Set([...parts.flatMap(({ words }) => words), ...parts.flatMap(({ synonyms }) => synonyms.flat(2))])];
}

/** Requests all that some words need, in all indexes at once. */
const prepare = (words: readonly string[], indexes: readonly Index[]): Promise<void[]> =>
  Promise.all(indexes.map((index) => index.prepare([...new Set(words)])));

/** The words left out that may be typos of words that are known without standing in any page: they have synonyms. */
const guessKnown = (found: readonly Found[], known: () => readonly string[]): Instead[] =>
  found.flatMap(({ how, part: { typed, words } }): Instead[] => {
    if (how !== 'left' || words.length !== 1) return [];
    const instead = correctWord(foldWord(words[0] ?? ''), known());
    return instead === undefined ? [] : [{ typed, instead }];
  });

/** Reads a question, and finds its parts as they were typed. */
async function readAndFind(asked: Asked, indexes: readonly Index[], known?: Known) {
  const read = readAsked(asked, known);
  const { parts } = read;
  // Words of a name are looked up one after the other: they are fetched at once.
  if (parts.some(({ words }) => words.length > 1)) {
    await prepare(
      parts.flatMap(({ words }) => words),
      indexes,
    );
  }
  const isStale = asked.isStale?.() === true;
  return { ...read, narrow: isStale ? [] : await findParts(parts, indexes, asked.literal ?? false) };
}

/** Reads what is known of the language that a site lacks; nothing where it lacks none, or offline without the file. */
async function loadForeign({ languages, foreign }: Asked): Promise<Foreign | undefined> {
  const language = lackedBy(languages);
  if (language === undefined || foreign === undefined) return undefined;
  return foreign().then(
    (text) => readForeign(text, language),
    () => undefined,
  );
}

/** Tells the verbs of the site's German pages, for a German question: "halte ich … an" may stand there as "anhalten". */
async function loadVerbs(spoken: string, indexes: readonly Index[]): Promise<Known['verbs']> {
  const index = spoken === 'de' ? indexes.find(({ language }) => language === spoken) : undefined;
  const words = index && new Set((await index.words()).map(trimWords));
  return words && ((word) => words.has(word));
}

async function findOnce(asked: Asked, indexes: readonly Index[]): Promise<Answer> {
  const { literal = false, mostPages = usualPages, isStale = () => false } = asked;
  const nothing = { hits: [], pages: 0, corrected: [], replaced: [] };
  if (isStale()) return { ...nothing, left: [] };
  const plain = await readAndFind(asked, indexes);
  if (isStale()) return { ...nothing, left: [] };
  const isPuzzled = !literal && plain.narrow.some(({ isOther }) => isOther);
  const foreign = isPuzzled ? await loadForeign(asked) : undefined;
  const verbs = isPuzzled && !foreign ? await loadVerbs(plain.own, indexes) : undefined;
  const { parts, own, known, narrow } =
    foreign || verbs ? await readAndFind(asked, indexes, { foreign, verbs }) : plain;
  if (isStale()) return { ...nothing, left: [] };
  const there = narrow.filter(({ how }) => how !== 'left');
  const guessed = literal ? [] : guessKnown(narrow, known);
  const asksNothing = !parts.some(({ strong }) => strong);
  if (!there.some(({ part }) => part.strong || asksNothing))
    return {
      ...nothing,
      left: parts.filter(({ isImplied = false }) => !isImplied).map(({ typed }) => typed),
      corrected: guessed,
    };
  let found = narrow;
  let best = await rankAll(found, indexes, own, mostPages);
  if (!literal && (bestScore(best.hits, own) < goodEnough || (best.hits[0]?.coverage ?? 0) < 1)) {
    // Most questions are answered without: what synonyms need is fetched for the others alone.
    await prepare(
      parts.flatMap(({ synonyms }) => synonyms.flat()),
      indexes,
    );
    if (isStale()) return { ...nothing, left: [] };
    found = await widen(narrow, indexes);
    best = await rankAll(found, indexes, own, mostPages);
  }
  const covers = best.hits[0]?.covers ?? [];
  const lacking = there.filter((_, i) => covers[i] === false);
  const spoken = indexes.map((index) => index.language);
  const isLacking = ({ part }: Found) => lacking.some((one) => one.part === part);
  const changed = (how: Found['how'], tell: (one: Found) => string): Instead[] =>
    found.flatMap((one) => (one.how === how && !isLacking(one) ? [{ typed: one.part.typed, instead: tell(one) }] : []));
  return {
    ...best,
    left: narrow
      .filter((one) => one.part.isImplied !== true && (one.how === 'left' || lacking.includes(one)))
      .map(({ part }) => part.typed),
    corrected: [...changed('corrected', ({ instead = '' }) => instead), ...guessed],
    replaced: changed('replaced', (one) => tellReplaced(one, best.hits, spoken)),
  };
}
