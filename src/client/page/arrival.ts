/*
 * What a result of the search leaves for the page that it leads to: kept in sessionStorage from the click until that page has taken it.
 * Where storage is forbidden nothing is marked there.
 */

/** Where a result of the search leads, and what is marked there. */
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

/** Whether a result of the search led to this page and has not been taken yet. */
export function hasArrival(): boolean {
  try {
    return sessionStorage.getItem(arrivalKey) !== null;
  } catch {
    return false;
  }
}
