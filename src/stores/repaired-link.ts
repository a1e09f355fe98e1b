import { prefix } from './storage-keys';

/** In the tab's own storage: the path that was opened in place of an address whose "#" was escaped on its way, until it is there. */
const repairedKey = `${prefix}repaired`;

/** Notes that a link to this path was repaired: the server has seen what its fragment should have kept from it. */
export function noteRepaired(path: string): void {
  try {
    sessionStorage.setItem(repairedKey, path);
  } catch {
    // Storage is forbidden: the page opens without knowing.
  }
}

/** Tells, once, whether this page was opened by a link that had to be repaired. */
export function takeRepaired(): boolean {
  try {
    const isNoted = sessionStorage.getItem(repairedKey) === location.pathname;
    sessionStorage.removeItem(repairedKey);
    return isNoted;
  } catch {
    return false;
  }
}
