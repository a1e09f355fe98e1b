import type { Element } from 'hast';
import { childrenOf, isElement, isText, type Node, textOf } from './tree';

/** The kind of blank that a table cell is, for the person who fills it in; a cell of content is `undefined`. */
export type Blank =
  | { form: 'placeholder'; label: string }
  | { form: 'line' }
  | { form: 'blank' }
  | { form: 'tick' }
  | { form: 'choice'; options: string[] };

const box = String.raw`(?:\[ ?\]|☐|□|▢)`;
const loneBox = new RegExp(`^${box}$`, 'u');
const boxes = new RegExp(String.raw`\s*${box}\s*`, 'u');
const startsWithBox = new RegExp(`^${box}`, 'u');

/** Text alone, perhaps emphasised or broken into lines: a link, an image or code is content. */
const isPlain = (node: Node): boolean =>
  isText(node) ||
  (node.type === 'raw' && /^<br\b/i.test(node.value)) ||
  (isElement(node, 'em', 'strong', 'br') && childrenOf(node).every(isPlain));

/** In brackets, and nothing to fill in: a ticked box, "does not apply", a reference's number. */
const isContent = /^(?:x|n\/?a|\d+|)$/i;

/** Reads the kind of blank that a cell is; `undefined` for a cell of content. */
export function readBlank(cell: Element): Blank | undefined {
  if (!childrenOf(cell).every(isPlain)) return undefined;
  const text = textOf(cell);
  if (text === '') return { form: 'blank' };
  if (/^_{2,}$/.test(text.replaceAll(' ', ''))) return { form: 'line' };
  if (loneBox.test(text)) return { form: 'tick' };
  if (startsWithBox.test(text)) {
    const options = text.split(boxes).slice(1);
    const distinct = new Set(options).size === options.length && options.every((option) => option !== '');
    return options.length > 1 && distinct ? { form: 'choice', options } : undefined;
  }
  const placeholder = /^\[([^[\]]+)\]$/.exec(text)?.[1]?.trim();
  return placeholder === undefined || isContent.test(placeholder)
    ? undefined
    : { form: 'placeholder', label: placeholder };
}
