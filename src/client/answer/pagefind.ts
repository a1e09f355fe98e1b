import { watchLosses } from './lost-files';

/* Pagefind: only what is used here. */

interface Options {
  /** The pages of one kind alone. */
  filters?: { kind: string };
}

interface PagefindResult {
  /** Pagefind's name of the page. */
  id: string;
  /** The positions of the words. */
  words: readonly number[];
}

/** Makes Pagefind for the index in a folder; `basePath`: its address. */
export type CreateInstance = (options: { basePath: string; noWorker: boolean; metaCacheTag: string }) => PagefindScript;

/** Pagefind with one index. Where a file was missing when it started, it rejects all questions. */
export interface PagefindScript {
  init: () => Promise<void>;
  /** Loads the parts of the index that some words stand in. */
  preload: (term: string) => Promise<void>;
  search: (term: string, options: Options) => Promise<{ results: readonly PagefindResult[] }>;
}

/** The positions of words, by Pagefind's name of the page. */
export type Positions = readonly (readonly [page: string, words: readonly number[]])[];

/** An index that can be searched, wherever Pagefind runs. */
export interface Pagefind {
  preload: (term: string) => Promise<void>;
  /** Finds the words that begin with a term, and other forms of it. */
  search: (term: string, options: Options) => Promise<Positions>;
  /** Finds a term itself, and other forms of it. */
  exact: (term: string, options: Options) => Promise<Positions>;
}

/** The ways in which Pagefind's script is asked. They reject where a part of the index that a term needs could not be had. */
export function askScript(script: PagefindScript): Pagefind {
  const search = async (term: string, options: Options): Promise<Positions> => {
    const hasLost = watchLosses();
    const { results } = await script.search(term, options);
    if (hasLost()) throw new Error(`A part of the search index could not be loaded for “${term}”.`);
    return results.map(({ id, words }) => [id, words] as const);
  };
  return {
    preload: (term) => script.preload(term),
    search,
    // For a quoted word Pagefind finds the pages with that very word, but one place on each; unquoted, all places, of longer words too.
    exact: async (term, options) => {
      const pages = await search(`"${term}"`, options);
      const all = new Map(pages.length === 0 ? [] : await search(term, options));
      return pages.map(([id, words]) => [id, all.get(id) ?? words] as const);
    },
  };
}
