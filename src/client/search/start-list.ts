/** The entry of `pagefind/start.json` for the index of one language (src/build/search/write-index.ts). */
export interface IndexList {
  /** Below `pagefind/`, with a slash at its end, or empty. */
  folder: string;
  language: string;
  pages: number;
  /** The files that every search needs first. */
  files: readonly string[];
  /** The file with the places of all pages; empty where each page's are a file of their own. */
  places: string;
  words: string;
}

export interface StartList {
  languages: readonly IndexList[];
  synonyms: readonly (readonly string[])[];
}

const isTexts = (read: unknown): read is string[] =>
  Array.isArray(read) && read.every((one) => typeof one === 'string');

function readIndex(read: unknown): IndexList[] {
  if (typeof read !== 'object' || read === null) return [];
  const { folder, language, pages, files, places, words } = read as Record<string, unknown>;
  if (![folder, language, places, words].every((one) => typeof one === 'string')) return [];
  if (typeof pages !== 'number' || !isTexts(files)) return [];
  return [
    { folder: String(folder), language: String(language), pages, files, places: String(places), words: String(words) },
  ];
}

/** Reads `start.json`; malformed entries are left out. */
export function readStartList(text: string): StartList {
  const read = JSON.parse(text) as unknown;
  const { languages, synonyms } = (typeof read === 'object' && read !== null ? read : {}) as Record<string, unknown>;
  return {
    languages: Array.isArray(languages) ? languages.flatMap(readIndex) : [],
    synonyms: Array.isArray(synonyms) ? synonyms.filter(isTexts) : [],
  };
}
