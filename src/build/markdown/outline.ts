import type { Element, Root } from 'hast';
import { fieldKinds, type Hold, type Page } from '~/core/page/page';
import { buildPage, type Part } from '~/core/page/outline';
import type { ItemNode } from './items';
import { childrenOf, hasClass, headingDepth, isElement, type Node, textOf } from './tree';

/** The place of a node in the page. */
interface Place {
  parent: string | undefined;
  list: Element | undefined;
  label: Element | undefined;
}

const property = (node: Element, name: string): string => String(node.properties[name] ?? '');

const optionsOf = (field: Element): string[] =>
  childrenOf(field)
    .flatMap(childrenOf)
    .filter((node) => isElement(node, 'input'))
    .map((input) => (isElement(input) ? property(input, 'value') : ''));

/** `around`: the `<label>` around it, whose text names a field that has no name of its own. */
const readField = (node: Element, around: Node | undefined): Part => ({
  field: {
    id: property(node, 'dataField'),
    label: property(node, 'dataLabel') || property(node, 'ariaLabel') || (around ? textOf(around) : ''),
    kind: fieldKinds.find((kind) => kind === property(node, 'dataKind')) ?? 'text',
    options: optionsOf(node),
  },
});

const readHold = (node: Element): Hold => {
  const roles: string[] = [];
  for (const role of childrenOf(node).flatMap(childrenOf))
    if (isElement(role, 'li')) roles.push(property(role, 'dataRole'));
  return { after: property(node, 'dataHold'), roles };
};

/** Reads the finished page as the browser does: parts in the order of the document. */
export function readOutline(
  root: Root,
  page: Pick<Page, 'id' | 'title'>,
  items: readonly (ItemNode & { id: string })[],
): Page {
  const byNode = new Map(items.map((item) => [item.node, item]));
  const lists = new Map<Element, number>();
  const parts: Part[] = [];
  const readItem = (item: ItemNode & { id: string }, { parent, list }: Place): Part => {
    const ordinal = list ? (lists.get(list) ?? lists.size) : 0;
    if (list) lists.set(list, ordinal);
    const { id, text, initial, number, lastNumber } = item;
    const ordered = list?.tagName === 'ol';
    const outer = list?.properties.dataOuter;
    const around = typeof outer === 'number' ? { outer } : {};
    return { item: { id, text, parent, list: ordinal, ordered, number, lastNumber, ...around, initial } };
  };
  const visit = (node: Node, place: Place): void => {
    if (!isElement(node)) return childrenOf(node).forEach((child) => visit(child, place));
    const depth = headingDepth(node);
    const item = byNode.get(node);
    let inner = place;
    if (depth !== undefined && typeof node.properties.id === 'string') {
      parts.push({ heading: { anchor: node.properties.id, title: textOf(node), depth } });
    } else if (item) {
      parts.push(readItem(item, place));
      // The row itself holds nothing but the item.
      return node.children.slice(1).forEach((child) => visit(child, { ...place, parent: item.id }));
    } else if (hasClass(node, 'items')) inner = { ...place, list: node };
    else if (node.properties.dataField !== undefined) parts.push(readField(node, place.label));
    else if (node.properties.dataHold !== undefined) return void parts.push({ hold: readHold(node) });
    else if (node.properties.dataContingency !== undefined) {
      const triggers = property(node, 'dataTriggers').split(' ');
      parts.push({ contingency: { section: property(node, 'dataContingency'), triggers } });
    }
    if (node.tagName === 'label') inner = { ...inner, label: node };
    childrenOf(node).forEach((child) => visit(child, inner));
  };
  visit(root, { parent: undefined, list: undefined, label: undefined });
  return buildPage(page, parts);
}
