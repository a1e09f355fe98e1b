import type { Root } from 'hast';
import { childrenOf, hasClass, isElement, type Node } from './tree';

/** Boxes of HTML that are neither an item's nor a field's: shown as they are, because a tick in them would be lost. */
export function disableLooseBoxes(root: Root): { position: Node['position'] }[] {
  const loose: { position: Node['position'] }[] = [];
  const visit = (node: Node, around: Node['position'], isRow: boolean): void => {
    const position = node.position ?? around;
    const isBox = isElement(node, 'input') && node.properties.type === 'checkbox';
    if (isBox && !isRow && node.properties.dataField === undefined && node.properties.disabled !== true) {
      node.properties = { type: 'checkbox', checked: Boolean(node.properties.checked), disabled: true };
      loose.push({ position });
    }
    const isOwn = isElement(node) && hasClass(node, 'row');
    childrenOf(node).forEach((child, i) =>
      visit(child, position, isOwn || (isRow && isElement(node, 'label') && i === 0)),
    );
  };
  visit(root, undefined, false);
  return loose;
}
