import type { Element, Root } from 'hast';
import { childrenOf, h, headingDepth, isElement, type Node, textOf } from './tree';

/** The site's policy forbids inline styles, which is how the parser writes a column's alignment. */
function alignCells(table: Element): void {
  for (const child of childrenOf(table)) {
    if (!isElement(child)) continue;
    const align = /text-align:\s*(\w+)/.exec(String(child.properties.style ?? ''))?.[1];
    if (align !== undefined) {
      delete child.properties.style;
      child.properties.align = align;
    }
    if (isElement(child, 'thead', 'tbody', 'tr')) alignCells(child);
  }
}

/** Wraps each table, so that a wide one scrolls by itself and by keyboard; returns them with the nearest heading's text, or ''. */
export function wrapTables(root: Root, pageTitle: string): { table: Element; heading: string }[] {
  const tables: { table: Element; heading: string }[] = [];
  let heading = '';
  const visit = (parent: Node): void => {
    childrenOf(parent).forEach((child, i, siblings) => {
      if (headingDepth(child) !== undefined) heading = textOf(child);
      if (!isElement(child, 'table')) return visit(child);
      alignCells(child);
      tables.push({ table: child, heading });
      siblings[i] = h('div', { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: heading || pageTitle }, [
        child,
      ]);
    });
  };
  visit(root);
  return tables;
}
