import { atom, type ReadableAtom } from 'nanostores';

const $said = atom('');

/** What was last said to the reader, for the one live region of the page. */
export const $status: ReadableAtom<string> = $said;

/** Says a sentence to everyone, screen readers included. The same sentence twice is said twice. */
export function announce(sentence: string): void {
  $said.set($said.get() === sentence ? `${sentence}\u00a0` : sentence);
}
