import { prefix } from './storage-keys';

/*
 * The way in which this site's broker wants to be addressed, as room/way.ts writes it, for the next page that connects to it:
 *
 *   runsheet|<base>|way
 */

const key = `${prefix}way`;

/** The way that an earlier page has found. */
export function keptWay(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a way. Where storage is forbidden or full, each page finds it anew. */
export function keepWay(way: string): void {
  try {
    localStorage.setItem(key, way);
  } catch {
    // Then it lasts as long as the page.
  }
}
