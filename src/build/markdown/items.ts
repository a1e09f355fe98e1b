import type { Element, Root } from 'hast';
import { identifyItems } from '~/core/page/ids';
import type { Mark } from '~/core/page/page';
import { pictureName } from '~/core/page/picture-name';
import { describeMinutes } from '~/core/plan/read-tail';
import { isConditional, type ItemText, readItemText } from './item-text';
import { firstBlockOf, takeMarker } from './task-marker';
import { type Child, childrenOf, h, hasClass, headingDepth, isBlank, isElement, type Node, textOf } from './tree';

/** An item in the tree, before and after it has its id. */
export interface ItemNode extends ItemText {
  node: Element;
  initial: Mark;
  detail: Child[];
  /** Titles from the nearest heading outwards. */
  headings: string[];
  /** The author's number, and that of its list's last step, where the list is numbered. */
  number: number | undefined;
  lastNumber: number | undefined;
  /** True where the author gave it no words. */
  isWordless: boolean;
}

type Numbers = Pick<ItemNode, 'number' | 'lastNumber'>;

/**
 * Names pictures without a text by their files: an item of nothing else would have no name, and two such items would be told apart by
 * their order alone.
 */
function namePictures(node: Node): void {
  if (isElement(node, 'img')) node.properties.alt = pictureName(String(node.properties.src ?? ''));
  childrenOf(node).forEach(namePictures);
}

function readItem(li: Element, headings: string[], numbers: Numbers, roles: readonly string[]): ItemNode | undefined {
  const { inline, rest } = firstBlockOf(li);
  const initial = takeMarker(li, inline);
  if (initial === undefined) return undefined;
  const detail = rest.every(isBlank) ? [] : rest;
  const read = readItemText(inline, roles);
  const isWordless = read.text === '';
  if (isWordless) read.inline.forEach(namePictures);
  const text = isWordless ? textOf(...read.inline) : read.text;
  return { node: li, initial, detail, headings, ...numbers, ...read, text, isWordless };
}

const groups = (item: ItemNode): boolean => {
  const holdsItem = (node: Node): boolean => isElement(node, 'li') && hasClass(node, 'item');
  const search = (node: Node): boolean => holdsItem(node) || childrenOf(node).some(search);
  return item.detail.some(search);
};

/** Tells whether a screen reader would misread a label: a footnote's number as a word of it, or two words around a break as one. */
const readsOtherwise = (node: Node): boolean =>
  (isElement(node) && (node.tagName === 'br' || node.properties.dataFootnoteRef !== undefined)) ||
  (node.type === 'raw' && /^<br\b/i.test(node.value)) ||
  childrenOf(node).some(readsOtherwise);

/** Builds the line beneath an item's text with its planned time and its roles; `undefined` where its author planned neither. */
function describePlan({ minutes, roles }: ItemText): Element | undefined {
  if (minutes === undefined && roles.length === 0) return undefined;
  const time = minutes === undefined ? [] : [describeMinutes(minutes)];
  const named = roles.map((role) => h('span', {}, [`@${role}`]));
  return h(
    'small',
    { className: ['plan'] },
    [...time, ...named].flatMap((part, i) => (i > 0 ? [' ', part] : [part])),
  );
}

function buildItem(item: ItemNode, id: string): void {
  const { node, text, how, initial } = item;
  const box = {
    type: 'checkbox',
    checked: initial === 'done' ? true : undefined,
    ariaLabel: item.inline.some(readsOtherwise) ? text : undefined,
  };
  const link = how && { ...h('a', { ...how.properties, className: ['how'] }, how.children), position: how.position };
  const planned = describePlan(item);
  const row = h('div', { className: ['row'] }, [
    h('label', {}, [h('input', box), h('span', { className: ['text'], dataNumber: item.number }, item.inline)]),
    ...(link ? [link] : []),
  ]);
  node.properties = {
    className: ['item'],
    id,
    dataItem: '',
    ...(initial === 'todo' ? {} : { dataInitial: initial }),
    ...(isConditional(text) ? { dataConditional: '' } : {}),
    ...(groups(item) ? { dataGroup: '' } : {}),
  };
  const detail = item.detail.length > 0 ? [h('div', { className: ['detail'] }, item.detail)] : [];
  node.children = [row, ...(planned === undefined ? [] : [planned]), ...detail];
}

/** The number of a list's first step, as the author gave it; `undefined` of a list without numbers. */
function startOf(list: Element): number | undefined {
  if (list.tagName !== 'ol') return undefined;
  const start = Number(list.properties.start ?? 1);
  return Number.isInteger(start) ? start : 1;
}

/** A list that holds an item is a checklist; a numbered one is a sequence of steps. `outer`: the number of the step that it stands in. */
function classify(list: Element, holdsItem: boolean, outer: number | undefined): void {
  delete list.properties.className;
  if (!holdsItem) return;
  const className = list.tagName === 'ol' ? ['items', 'steps'] : ['items'];
  list.properties = { className, ...list.properties, ...(outer === undefined ? {} : { dataOuter: outer }) };
}

/** Finds the tree's task items, in order, and marks their lists. */
function findItems(root: Root, roles: readonly string[]): ItemNode[] {
  const items: ItemNode[] = [];
  let above: { depth: number; title: string }[] = [];
  const visit = (node: Node, outer?: number): void => {
    const depth = headingDepth(node);
    if (depth !== undefined) {
      above = [{ depth, title: textOf(node) }, ...above.filter((outer) => outer.depth < depth)];
    }
    if (!isElement(node, 'ul', 'ol')) return childrenOf(node).forEach((child) => visit(child));
    let holdsItem = false;
    const start = startOf(node);
    const steps = childrenOf(node).filter((child) => isElement(child, 'li'));
    const lastNumber = start === undefined ? undefined : start + steps.length - 1;
    const plain: [step: Element, number: number | undefined][] = [];
    for (const child of childrenOf(node)) {
      const number = start === undefined || !isElement(child) ? undefined : start + steps.indexOf(child);
      const headings = above.map(({ title }) => title);
      const item = isElement(child, 'li') ? readItem(child, headings, { number, lastNumber }, roles) : undefined;
      if (item) {
        holdsItem = true;
        // Before the items beneath it, so that ids and outline follow the document.
        items.push(item);
        if (isElement(child)) child.properties = { ...child.properties, className: ['item'] };
        item.detail.forEach((inner) => visit(inner));
      } else {
        if (isElement(child, 'li')) plain.push([child, number]);
        childrenOf(child).forEach((inner) => visit(inner, number));
      }
    }
    // A step that is no task shows its number among those that are.
    if (holdsItem) for (const [step, number] of plain) step.properties = { ...step.properties, dataNumber: number };
    classify(node, holdsItem, outer);
  };
  visit(root);
  return items;
}

/**
 * Turns task list items into rows that can be ticked. Returns them with their ids, in order, and the indexes of those
 * whose pinned id cannot be used.
 */
export function shapeItems(root: Root, anchors: ReadonlySet<string>, roles: readonly string[] = []) {
  const items = findItems(root, roles);
  const { ids, clashes } = identifyItems(items, anchors);
  const named = items.map((item, i) => ({ ...item, id: ids[i] ?? '' }));
  for (const item of named) buildItem(item, item.id);
  return { items: named, clashes };
}
