import { tell } from './trouble';

/* The browser's localStorage, which may be forbidden or full at any moment: it never throws here, and a refusal is told. */

/** Asks storage for something. A browser that forbids it, or whose storage is full, answers `otherwise`, and that is told. */
export function askStorage<Answer>(ask: () => Answer, otherwise: Answer): Answer {
  try {
    return ask();
  } catch {
    tell({ kind: 'refused' });
    return otherwise;
  }
}

export const readText = (key: string): string | null => askStorage(() => localStorage.getItem(key), null);

/** Writes a value; false where storage refuses. */
export const writeText = (key: string, text: string): boolean =>
  askStorage(() => (localStorage.setItem(key, text), true), false);

export const removeText = (key: string): void => askStorage(() => localStorage.removeItem(key), undefined);
