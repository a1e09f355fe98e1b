/* JSON from outside has an unknown shape: it is parsed here, and taken apart by checks, never by a cast. */

/** Parses a text as JSON; `undefined`, which JSON has no word for, where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const isText = (value: unknown): value is string => typeof value === 'string';
