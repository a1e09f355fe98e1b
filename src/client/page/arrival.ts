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

const key = `runsheet|${import.meta.env.BASE_URL}|arrival`;

/** Whether a result of the search led to this page and has not been taken yet. */
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

/** Takes what was left, once. */
export function takeArrival(): string {
  const text = sessionStorage.getItem(key) ?? '';
  sessionStorage.removeItem(key);
  return text;
}
