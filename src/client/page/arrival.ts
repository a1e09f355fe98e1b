import { readQuietly } from '~/stores/read-quietly';

/*
 * The word that a search result leaves for the page it leads to: kept in sessionStorage from the click until that page has taken it.
 * Nothing is marked there where storage is forbidden.
 */

/** The target of a search result, and the words to mark there. */
export interface Arrival {
  /** The page's path. */
  path: string;
  /** The place's anchor, empty for the page itself; and that of the place after it, empty where there is none. */
  anchor: string;
  next: string;
  /** The words that were found, folded. */
  words: readonly string[];
}

/** The name in sessionStorage of what was left. */
export const arrivalKey = `runsheet|${import.meta.env.BASE_URL}|arrival`;

/** Tells whether a search result has left word for a page that has not taken it yet. */
export const hasArrival = (): boolean => readQuietly('sessionStorage', arrivalKey) !== null;
