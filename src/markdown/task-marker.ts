import type { Element } from 'hast';
import type { Mark } from '~/core/checklist/page';
import { type Child, childrenOf, hasClass, isBlank, isElement, isText } from './tree';

/** GitLab's sign for "does not apply": not a GFM task, an item here. */
const inapplicable = /^\[~\]\s+(?=\S)/;

/** The paragraph's end in a tight item: the line break that the parser puts there, which has no place in the source. */
const isParagraphEnd = (node: Child, before: Child | undefined): boolean =>
  isText(node) && node.value === '\n' && !node.position && !isElement(before, 'br');

/** Where the item's first words stand: in the `li` itself, or in a loose list in its first paragraph. */
export function firstBlockOf(li: Element): { inline: Child[]; rest: Child[] } {
  const children = childrenOf(li);
  const first = children.findIndex((node) => !isBlank(node));
  const paragraph = children[first];
  if (isElement(paragraph, 'p')) {
    return { inline: childrenOf(paragraph), rest: children.slice(first + 1) };
  }
  const end = children.findIndex((node, i) => i > first && isParagraphEnd(node, children[i - 1]));
  const inline = children.slice(first, end < 0 ? undefined : end);
  return { inline, rest: end < 0 ? [] : children.slice(end) };
}

/** Sätteri reads an empty `1. [ ]` together with the next line: its marker is no part of the text (and look-alikes warn). */
function takeNextMarker(li: Element, inline: Child[]): void {
  const text = inline.find((node) => isText(node) && node.position);
  if (!isText(text) || text.position?.start.line === li.position?.start.line) return;
  text.value = text.value.replace(/^(?:\d{1,9}[.)]\s+\[[ xX]\]\s+)+/, '');
}

/** Takes the marker off and says what it was; `undefined` if the list item is no task. */
export function takeMarker(li: Element, inline: Child[]): Mark | undefined {
  const first = inline[0];
  if (hasClass(li, 'task-list-item') && isElement(first, 'input')) {
    inline.shift();
    takeNextMarker(li, inline);
    return first.properties.checked ? 'done' : 'todo';
  }
  if (!isText(first) || !inapplicable.test(first.value)) return undefined;
  first.value = first.value.replace(inapplicable, '');
  return 'skipped';
}
