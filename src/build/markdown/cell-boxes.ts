import type { Element } from 'hast';
import { childrenOf, h, hasClass, isElement, isText, type Node } from './tree';

/** A task's marker as people write it into a cell, where Markdown has no lists. */
const marker = /^\s*[-*+][ \t]+\[([ xX])\](?:\s+|$)/;
const tickedAlone = /^\s*\[[xX]\]\s*$/;

/** A box to tick within a cell: where its field goes, and the words that follow it. */
export interface CellBox {
  holder: Element;
  text: string;
}

/** A box that is ticked in the source is a fact, not a question: it is shown as it is. */
const ticked = (label: string): Element =>
  h('input', { type: 'checkbox', checked: true, disabled: true, ariaLabel: label === '' ? undefined : label });

const textAfter = (siblings: readonly Node[], at: number): string => {
  const end = siblings.findIndex((node, i) => i > at && isElement(node, 'br', 'ul', 'ol'));
  const read = (node: Node): string => (isText(node) ? node.value : childrenOf(node).map(read).join(''));
  return siblings
    .slice(at + 1, end < 0 ? undefined : end)
    .map(read)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
};

/** Takes the markers and boxes of HTML out of a cell, and puts a holder for a field in the place of each. Ticked ones stay boxes. */
export function takeCellBoxes(cell: Element): CellBox[] {
  const boxes: CellBox[] = [];
  const place = (siblings: Node[], at: number, isTicked: boolean): void => {
    const text = textAfter(siblings, at);
    const holder = isTicked ? ticked(text) : h('span', { className: ['tick'] });
    siblings[at] = holder;
    if (!isTicked) boxes.push({ holder, text });
  };
  const visit = (parent: Node): void => {
    const siblings: Node[] = childrenOf(parent);
    for (let i = 0; i < siblings.length; i++) {
      const node = siblings[i];
      // A list of its own within a cell of HTML holds items, as everywhere.
      if (node === undefined || (isElement(node) && hasClass(node, 'task-list-item'))) continue;
      const before = siblings[i - 1];
      if (isElement(node, 'input')) place(siblings, i, Boolean(node.properties.checked));
      else if (isText(node) && (before === undefined || isElement(before, 'br'))) {
        const match = marker.exec(node.value);
        if (match) {
          node.value = node.value.slice(match[0].length);
          const space = { type: 'text' as const, value: ' ' };
          siblings.splice(i, 0, { type: 'text', value: '' }, ...(node.value === '' ? [] : [space]));
          place(siblings, i, match[1] !== ' ');
        } else if (siblings.length === 1 && tickedAlone.test(node.value)) place(siblings, i, true);
      } else visit(node);
    }
  };
  visit(cell);
  return boxes;
}

/** Tells whether a cell holds only boxes that were ticked in the source, and no words: such a cell names no row. */
export const isBoxAlone = (cell: Element): boolean =>
  cell.children.some((child) => isElement(child, 'input')) && textAfter(cell.children, -1) === '';
