import { isRunFragment } from '~/client/text/run-fragment';
import { readQuietly } from '~/stores/read-quietly';
import { waitingKey } from '~/stores/storage-keys';
import { writeQuietly } from '~/stores/write-quietly';

/*
 * The link in a page's address, "…?run#run=…". Once it was opened, the tab remembers its fragment until a choice is made: a jump to a
 * step takes the fragment's place in the address, and a search result brings the page anew.
 */

/** Tells whether a fragment is that of a room's link, by its mode: the second character of the link's text. */
export const isRoomFragment = (fragment: string): boolean => /^#+run=.L/i.test(fragment);

/** The memory of the page, for a tab where storage is forbidden. */
const unkept = new Map<string, string>();

/** Returns what this tab remembers under a name. */
export const recall = (key: string): string | undefined => readQuietly('sessionStorage', key) ?? unkept.get(key);

/** Lets this tab remember a text under a name, or forget it. */
export function remember(key: string, text: string | undefined): void {
  if (text === undefined) unkept.delete(key);
  else unkept.set(key, text);
  writeQuietly('sessionStorage', key, text);
}

/** The fragment that the address brought, or that waits for a choice since; `undefined` where there is none. */
export function linkFragment(): string | undefined {
  if (!isRunFragment(location.hash)) return recall(waitingKey());
  // A room's link does not wait: the room is joined or not.
  if (isRoomFragment(location.hash)) return location.hash;
  remember(waitingKey(), location.hash);
  return location.hash;
}

/** Tells whether the address asks to show a shared run, or once did: its "#" may have been escaped on the way, "?run%23run=…". */
export const hasLink = (): boolean => linkFragment() !== undefined || /[?&]run(?:[=&%]|$)/.test(location.search);
