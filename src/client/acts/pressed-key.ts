/** A letter of another script, or a mark that is written over one: the keys that such layouts have in place of Latin letters. */
const otherScript = /^(?!\p{Script=Latin})[\p{L}\p{M}]/u;

/**
 * The key that is meant, in lower case: the one that was pressed; on a layout without Latin letters, or while an input method takes the
 * keys, the one in its place. A capital letter is meant as a small one where caps lock alone made it; with Shift it is another key.
 */
export function pressedKey(event: KeyboardEvent): string {
  const { key, code, shiftKey } = event;
  const [, placed] = /^Key([A-Z])$/.exec(code) ?? [];
  if (placed !== undefined && (otherScript.test(key) || key === 'Process')) {
    return shiftKey ? placed : placed.toLowerCase();
  }
  if (!/^[a-z]$/i.test(key)) return key;
  return shiftKey ? key.toUpperCase() : event.getModifierState('CapsLock') ? key.toLowerCase() : key;
}
