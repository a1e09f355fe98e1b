import type { Lookup } from './matches';
import type { PagePlaces } from './places';

/** The index of one language. */
export interface Index extends Lookup {
  language: string;
  /** Requests everything that some words need, at once; nothing is looked up yet. */
  prepare: (words: readonly string[]) => Promise<void>;
  /** Number of pages in the index. */
  pages: number;
  /** The places of pages, by Pagefind's names of them. */
  placesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, PagePlaces>>;
  /** True if the places of all pages are available at once. */
  hasAllPlaces: boolean;
  /** All words of the language, folded, the most frequent first. */
  words: () => Promise<readonly string[]>;
}
