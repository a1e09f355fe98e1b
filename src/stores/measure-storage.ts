import { prefix } from './storage-keys';

/**
 * The quota that browsers give an origin: 5 Mi characters, which some call 5 MB and others 10. So storage is measured in characters here.
 */
export const storageLimit = 5_000_000;

/** Counts the characters that this site, and all sites of its origin, keep. They share the quota. */
export function measureStorage(): { own: number; all: number } {
  const used = { own: 0, all: 0 };
  try {
    for (const key of Object.keys(localStorage)) {
      const length = key.length + (localStorage.getItem(key)?.length ?? 0);
      used.all += length;
      if (key.startsWith(prefix)) used.own += length;
    }
  } catch {
    // Storage is forbidden: nothing is kept.
  }
  return used;
}
