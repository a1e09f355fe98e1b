import { areTexts } from '~/core/are-texts';
import { isObject, isText, parseJson } from '~/core/json';
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

const unreadable = () => new Error('The list of the search indexes is none that this version reads.');

/** Pairs of words, written one after the other between blanks. */
function readPairs(text: string): Chunk[] {
  const words = text.split(' ');
  return words.flatMap((word, i): Chunk[] => (i % 2 === 1 ? [[words[i - 1] ?? '', word]] : []));
}

function readIndex(read: unknown): IndexList {
  if (!isObject(read)) throw unreadable();
  const { folder, language, pages, files, chunks, places, words } = read;
  if (!isText(folder) || !isText(language) || !isText(chunks) || !isText(places) || !isText(words)) throw unreadable();
  if (typeof pages !== 'number' || !areTexts(files)) throw unreadable();
  return { folder, language, pages, files, chunks: readPairs(chunks), places, words };
}

/** The index that a page in some language asks first: that of its language, or the site's first. */
export const ownIndex = (languages: readonly IndexList[], language: string): IndexList | undefined =>
  languages.find((one) => one.language === language) ?? languages[0];

/**
 * Reads `start.json`. Throws where it is not one of this version: an answer from the indexes that could be read would be told as that of the
 * whole site.
 */
export function readStartList(text: string): StartList {
  const read = parseJson(text);
  if (!isObject(read)) throw unreadable();
  const { languages, foreign, synonyms } = read;
  if (!Array.isArray(languages)) throw unreadable();
  return {
    languages: languages.map(readIndex),
    foreign: isText(foreign) ? foreign : '',
    synonyms: Array.isArray(synonyms) ? synonyms.filter(areTexts) : [],
  };
}
