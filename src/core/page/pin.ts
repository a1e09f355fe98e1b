/**
 * Whether this is the form of a pin: letters, digits and dashes, of more than one character and with a letter among them. So neither a key
 * ("^C") nor a power ("2 ^10") is one.
 */
export const isPin = (id: string): boolean => /^(?=.*\p{L})[\p{L}\p{M}\p{N}-]{2,}$/u.test(id);

/** A text in two: what stands before a pin at its end, after a blank, and the pin [IT2]. */
export function splitPin(text: string): { before: string; pinned: string | undefined } {
  const match = /(?:^|\s+)\^([^\s^]+)\s*$/u.exec(text);
  const pinned = match?.[1];
  return match && pinned !== undefined && isPin(pinned)
    ? { before: text.slice(0, match.index), pinned }
    : { before: text, pinned: undefined };
}

/** What stands at a text's end where a pin would stand, and is meant as one, but has other characters than a pin may have. */
export function findFalsePin(text: string): string | undefined {
  const found = /(?:^|\s)\^([\p{L}\p{N}-]\S*[\p{L}\p{N}])$/u.exec(text)?.[1];
  return found !== undefined && /\p{L}/u.test(found) && !isPin(found) ? found : undefined;
}
