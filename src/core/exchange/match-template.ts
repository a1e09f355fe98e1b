import type { Item } from '~/core/page/page';
import { foldText } from '~/core/fold-text';
import { readParts } from '~/core/values/placeholder';

/**
 * The words of an item's text between its values, folded; `undefined` where it names no value, or where it has no words beside them: such
 * an item could be any task.
 */
function readPieces({ text }: Item): string[] | undefined {
  const pieces: string[] = [''];
  for (const part of readParts(foldText(text), () => true)) {
    if (typeof part === 'string') pieces[pieces.length - 1] += part;
    else pieces.push('');
  }
  return pieces.length > 1 && pieces.some((piece) => /[\p{L}\p{N}]/u.test(piece)) ? pieces : undefined;
}

/** Tells whether a text begins and ends with the first and last of some pieces, and has the others between them in their order. */
function holdsPieces(text: string, pieces: readonly string[]): boolean {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return from <= text.length - last.length;
}

/**
 * Makes a function that finds the only item whose text, with whatever values in it, a task's text may be [EX6]: an export tells the values
 * of its run. `undefined` where there is none, `ambiguous` where there are several.
 */
export function makeTemplateMatcher(items: readonly Item[]): (text: string) => Item | 'ambiguous' | undefined {
  const templates = items.flatMap((item) => {
    const pieces = readPieces(item);
    return pieces === undefined ? [] : [{ item, pieces }];
  });
  return (text) => {
    if (templates.length === 0) return undefined;
    const folded = foldText(text);
    const found = templates.filter(({ pieces }) => holdsPieces(folded, pieces));
    return found.length > 1 ? 'ambiguous' : found[0]?.item;
  };
}
