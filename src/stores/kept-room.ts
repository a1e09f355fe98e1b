import { prefix } from './storage-keys';

/*
 * The way back into a room, kept in sessionStorage for a reload of this tab and no other, until the room is left:
 *
 *   runsheet|<base>|room|<page>   the text of the room's link
 */

const keyOf = (page: string) => `${prefix}room|${page}`;

/** The link of the room that this tab was in before it was reloaded. */
export function keptRoom(page: string): string | undefined {
  try {
    return sessionStorage.getItem(keyOf(page)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the way back into a room, or forgets it. Where storage is forbidden, a reload leaves the room. */
export function keepRoom(page: string, link: string | undefined): void {
  try {
    if (link === undefined) sessionStorage.removeItem(keyOf(page));
    else sessionStorage.setItem(keyOf(page), link);
  } catch {
    // Then it lasts as long as the page.
  }
}
