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

const key = `runsheet|${import.meta.env.BASE_URL}|arrival`;

/** Tells whether a search result has left word for a page that has not taken it yet. */
export function hasArrival(): boolean {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** Leaves word for the page that opens next in this tab. */
export function leaveArrival(arrival: Arrival): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(arrival));
  } catch {
    // The page opens without marks.
  }
}

/** Takes the word that was left, once. */
export function takeArrival(): string {
  const text = sessionStorage.getItem(key) ?? '';
  sessionStorage.removeItem(key);
  return text;
}
