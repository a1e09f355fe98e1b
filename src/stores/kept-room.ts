import { readQuietly } from './read-quietly';
import { prefix } from './storage-keys';
import { writeQuietly } from './write-quietly';

/*
 * The way back into a room, kept in sessionStorage for a reload of this tab and no other, until the room is left:
 *
 *   runsheet|<base>|room|<page>   the text of the room's link
 */

const keyOf = (page: string) => `${prefix}room|${page}`;

/** The link of the room that this tab was in before it was reloaded. */
export const keptRoom = (page: string): string | undefined => readQuietly('sessionStorage', keyOf(page)) ?? undefined;

/** Keeps the way back into a room, or forgets it. Where storage is forbidden, a reload leaves the room. */
export const keepRoom = (page: string, link: string | undefined): void =>
  void writeQuietly('sessionStorage', keyOf(page), link);
