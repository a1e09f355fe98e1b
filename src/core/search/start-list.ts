import type { Chunk } from './chunk-of';

/** The entry of `pagefind/start.json` for the index of one language (src/build/search/write-index.ts). */
export interface IndexList {
  /** Below `pagefind/`, with a slash at its end, or empty. */
  folder: string;
  language: string;
  pages: number;
  /** The files that every search needs first. */
  files: readonly string[];
  /** The chunks of the index; none where they are too many. */
  chunks: readonly Chunk[];
  /** The file with the places of all pages; empty where each page's are a file of their own. */
  places: string;
  words: string;
}

export interface StartList {
  languages: readonly IndexList[];
  /** The file with words of a language that the site lacks; empty where it lacks none. */
  foreign: string;
  synonyms: readonly (readonly string[])[];
}

const isTexts = (read: unknown): read is string[] =>
  Array.isArray(read) && read.every((one) => typeof one === 'string');

const unreadable = () => new Error('The list of the search indexes is none that this version reads.');

/** Pairs of words, written one after the other between blanks. */
function readPairs(text: string): Chunk[] {
  const words = text.split(' ');
  return words.flatMap((word, i): Chunk[] => (i % 2 === 1 ? [[words[i - 1] ?? '', word]] : []));
}

function readIndex(read: unknown): IndexList {
  const isObject = typeof read === 'object' && read !== null;
  const { folder, language, pages, files, chunks, places, words } = (isObject ? read : {}) as Record<string, unknown>;
  if (![folder, language, chunks, places, words].every((one) => typeof one === 'string')) throw unreadable();
  if (typeof pages !== 'number' || !isTexts(files)) throw unreadable();
  return {
    folder: String(folder),
    language: String(language),
    pages,
    files,
    chunks: readPairs(String(chunks)),
    places: String(places),
    words: String(words),
  };
}

/** The index that a page in some language asks first: that of its language, or the site's first. */
export const ownIndex = (languages: readonly IndexList[], language: string): IndexList | undefined =>
  languages.find((one) => one.language === language) ?? languages[0];

/**
 * Reads `start.json`. Throws where it is not one of this version: an answer from the indexes that could be read would be told as that of the
 * whole site.
 */
export function readStartList(text: string): StartList {
  const read = JSON.parse(text) as unknown;
  const isObject = typeof read === 'object' && read !== null;
  const { languages, foreign, synonyms } = (isObject ? read : {}) as Record<string, unknown>;
  if (!Array.isArray(languages)) throw unreadable();
  return {
    languages: languages.map(readIndex),
    foreign: typeof foreign === 'string' ? foreign : '',
    synonyms: Array.isArray(synonyms) ? synonyms.filter(isTexts) : [],
  };
}
