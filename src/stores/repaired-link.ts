import { readQuietly } from './read-quietly';
import { prefix } from './storage-keys';
import { writeQuietly } from './write-quietly';

/** In the tab's own storage: the path that was opened in place of an address whose "#" was escaped on its way, until it is there. */
const repairedKey = `${prefix}repaired`;

/**
 * Notes that a link to this path was repaired: the server has seen what its fragment should have kept from it. Where storage is forbidden,
 * the page opens without knowing.
 */
export const noteRepaired = (path: string): void => void writeQuietly('sessionStorage', repairedKey, path);

/** Tells, once, whether this page was opened by a link that had to be repaired. */
export function takeRepaired(): boolean {
  const isNoted = readQuietly('sessionStorage', repairedKey) === location.pathname;
  writeQuietly('sessionStorage', repairedKey, undefined);
  return isNoted;
}
