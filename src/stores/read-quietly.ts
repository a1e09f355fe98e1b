/** The browser's two stores of texts: that of the site, and that of this tab alone. */
export type StorageKind = 'localStorage' | 'sessionStorage';

/**
 * Reads what may be missing without harm; `null` where there is nothing, and where storage is forbidden. Whatever must not be lost goes
 * through storage.ts, which announces a refusal.
 */
export function readQuietly(kind: StorageKind, key: string): string | null {
  try {
    return globalThis[kind].getItem(key);
  } catch {
    return null;
  }
}
