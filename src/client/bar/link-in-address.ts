import { prefix, waitingKey } from '~/stores/storage-keys';

/*
 * The link in a page's address, "…?run#run=…". Once it was opened, the tab remembers its fragment until a choice is made: a jump to a
 * step takes the fragment's place in the address, and a search result brings the page anew.
 */

/** A fragment that holds a run, or is to hold one; its signs may have been escaped or doubled on the way. */
const shared = /^#+run(?:=|%(?:25)*3D)/i;

/** The fragment of a room's link: its second sign is its mode. */
const room = /^#+run=.L/i;

/** What the tab remembers where storage is forbidden. */
const unkept = new Map<string, string>();

function recall(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? unkept.get(key);
  } catch {
    return unkept.get(key);
  }
}

function remember(key: string, text: string | undefined): void {
  if (text === undefined) unkept.delete(key);
  else unkept.set(key, text);
  try {
    if (text === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // It is remembered as long as the page is there.
  }
}

const chosenKey = () => `${prefix}chosen|${location.pathname}`;

/** The fragment that the address brought, or that waits for a choice since; `undefined` where there is none. */
export function linkFragment(): string | undefined {
  if (!shared.test(location.hash)) return recall(waitingKey());
  // A room is joined or left; nothing of it waits.
  if (room.test(location.hash)) return location.hash;
  remember(waitingKey(), location.hash);
  return location.hash;
}

/** Whether the browser came back to a link about which the reader has decided already: it is not asked about again. */
export const isDecided = (): boolean => shared.test(location.hash) && recall(chosenKey()) === location.hash;

/** Whether the address asks to show a shared run, or once did: its "#" may have been escaped on the way, "?run%23run=…". */
export const hasLink = (): boolean => linkFragment() !== undefined || /[?&]run(?:[=&%]|$)/.test(location.search);

/** Drops a link from the address and from what the tab remembers, once a choice is made. */
export function dropLink(): void {
  remember(chosenKey(), recall(waitingKey()));
  remember(waitingKey(), undefined);
  history.replaceState(null, '', location.pathname);
}
