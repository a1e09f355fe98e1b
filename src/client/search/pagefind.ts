/*
 * Pagefind's script: only what is used here. It runs in the page: its worker would be a second copy of the script, for an index that
 * answers in milliseconds.
 */

interface PagefindResult {
  /** Pagefind's name of the page. */
  id: string;
  /** The positions of the words. */
  words: readonly number[];
}

export interface Pagefind {
  init: () => Promise<void>;
  options: (options: { noWorker: boolean; metaCacheTag: string }) => Promise<void>;
  /** Loads the parts of the index that some words stand in. */
  preload: (term: string) => Promise<void>;
  search: (term: string, options: { filters?: { kind: string } }) => Promise<{ results: readonly PagefindResult[] }>;
}
