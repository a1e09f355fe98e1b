import { tell } from './trouble';

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

export const readText = (key: string): string | null => askStorage(() => localStorage.getItem(key), null);

/** Writes a value; returns false if storage refuses. */
export const writeText = (key: string, text: string): boolean =>
  askStorage(() => (localStorage.setItem(key, text), true), false);

export const removeText = (key: string): void => askStorage(() => localStorage.removeItem(key), undefined);
