/**
 * Returns whether an id has the form of a pin: letters, digits and dashes, at least two characters, at least one letter. So neither a key
 * ("^C") nor a power ("2 ^10") is a pin.
 */
export const isPin = (id: string): boolean => /^(?=.*\p{L})[\p{L}\p{M}\p{N}-]{2,}$/u.test(id);

/** Splits a text in two: the part before a pin at its end, after a blank, and the pin [IT2]. */
export function splitPin(text: string): { before: string; pinned: string | undefined } {
  const match = /(?:^|\s+)\^([^\s^]+)\s*$/u.exec(text);
  const pinned = match?.[1];
  return match && pinned !== undefined && isPin(pinned)
    ? { before: text.slice(0, match.index), pinned }
    : { before: text, pinned: undefined };
}

/** Finds a malformed pin at a text's end: one that is meant as a pin, but has characters that a pin may not have. */
export function findFalsePin(text: string): string | undefined {
  const found = /(?:^|\s)\^([\p{L}\p{N}-]\S*[\p{L}\p{N}])$/u.exec(text)?.[1];
  return found !== undefined && /\p{L}/u.test(found) && !isPin(found) ? found : undefined;
}
