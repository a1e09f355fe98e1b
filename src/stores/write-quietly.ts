import type { StorageKind } from './read-quietly';

/** Keeps what may be missing without harm, or removes it; returns false where storage is forbidden or full. Nobody is told. */
export function writeQuietly(kind: StorageKind, key: string, text: string | undefined): boolean {
  try {
    if (text === undefined) globalThis[kind].removeItem(key);
    else globalThis[kind].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
