import { tell, untellRefusal } from './trouble';

/* The browser's localStorage, which may be forbidden or full at any moment: it never throws here, and a refusal is announced. */

/** Makes a request to storage. If storage is forbidden or full, returns `otherwise` and announces the refusal. */
export function askStorage<Answer>(ask: () => Answer, otherwise: Answer): Answer {
  try {
    return ask();
  } catch {
    tell({ kind: 'refused' });
    return otherwise;
  }
}

/** The names whose last values storage does not have, because it refused them. */
const missing = new Set<string>();

/** Notes that storage has all that a name should hold; the refusal is withdrawn with the last of them. */
export function noteTaken(key: string): void {
  missing.delete(key);
  if (missing.size === 0) untellRefusal();
}

/** Reads a value; `null` where there is none, or storage is forbidden. */
export const readText = (key: string): string | null => askStorage(() => localStorage.getItem(key), null);

/** Writes a value; returns false if storage refuses. */
export function writeText(key: string, text: string): boolean {
  missing.add(key);
  const isTaken = askStorage(() => (localStorage.setItem(key, text), true), false);
  if (isTaken) noteTaken(key);
  return isTaken;
}

/** Removes a value, or gives up one that storage refused. */
export function removeText(key: string): void {
  askStorage(() => localStorage.removeItem(key), undefined);
  noteTaken(key);
}
