import type { Element } from 'hast';
import type { Mark } from '~/core/page/page';
import { type Child, childrenOf, hasClass, isBlank, isElement, isText } from './tree';

/** GitLab's sign for "does not apply": not a GFM task, an item here. */
const inapplicable = /^\[~\]\s+/;

/** The paragraph's end in a tight item: the line break that the parser puts there, which has no place in the source. */
const isParagraphEnd = (node: Child, before: Child | undefined): boolean =>
  isText(node) && node.value === '\n' && !node.position && !isElement(before, 'br');

/** The block with the item's first words: the `li` itself or, in a loose list, its first paragraph. */
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

/** Removes the marker and returns its mark; `undefined` if the list item is no task. */
export function takeMarker(li: Element, inline: Child[]): Mark | undefined {
  const first = inline[0];
  if (hasClass(li, 'task-list-item') && isElement(first, 'input')) {
    inline.shift();
    return first.properties.checked ? 'done' : 'todo';
  }
  if (!isText(first) || !inapplicable.test(first.value)) return undefined;
  const rest = first.value.replace(inapplicable, '');
  if (rest === '' && inline.slice(1).every(isBlank)) return undefined;
  first.value = rest;
  return 'skipped';
}
