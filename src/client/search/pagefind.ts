/* Pagefind: only what is used here. */

interface PagefindResult {
  /** Pagefind's name of the page. */
  id: string;
  /** The positions of the words. */
  words: readonly number[];
}

/** An index that can be searched, wherever Pagefind runs. */
export interface Pagefind {
  /** Loads the parts of the index that some words stand in. */
  preload: (term: string) => Promise<void>;
  search: (term: string, options: { filters?: { kind: string } }) => Promise<{ results: readonly PagefindResult[] }>;
}

/** Pagefind's script, which holds one index. */
export interface PagefindScript extends Pagefind {
  init: () => Promise<void>;
  options: (options: { noWorker: boolean; metaCacheTag: string }) => Promise<void>;
}
