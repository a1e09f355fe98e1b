import type { Element, Root } from 'hast';
import { childrenOf, isElement, isText, isVerbatim, type Node, textOf } from './tree';

/** Letters of the scripts that are written from right to left. */
const rightToLeft = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}]/u;

/** Tells whether a text has words that are written from right to left; any other text runs from left to right. */
export const mayRunLeft = (text: string): boolean => rightToLeft.test(text);

const blocks = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'td',
  'th',
  'blockquote',
  'summary',
  'dt',
  'dd',
];

const letter = /\p{L}/u;

/** The first letter beneath a node, or beneath those of its parts that are `seen`. */
function firstLetter(node: Node, isSeen: (part: Node) => boolean): string {
  if (isText(node)) return letter.exec(node.value)?.[0] ?? '';
  for (const child of childrenOf(node).filter(isSeen)) {
    const found = firstLetter(child, isSeen);
    if (found !== '') return found;
  }
  return '';
}

const isProse = (node: Node): boolean => !(isElement(node) && isVerbatim(node));

/**
 * In a list whose words begin at the right, the box or number of an entry stands there also where the entry begins with a name in Latin
 * letters or with code, by which a browser would take it for a text that runs from left to right.
 */
function alignEntries(list: Element): void {
  if (!mayRunLeft(firstLetter(list, isProse))) return;
  for (const entry of childrenOf(list)) {
    const isMistaken =
      isElement(entry, 'li') && mayRunLeft(textOf(entry)) && !mayRunLeft(firstLetter(entry, () => true));
    if (isMistaken) entry.properties.dir ??= 'rtl';
  }
}

/** Lets each block with such words take the direction of its own text, where no language says which it is. */
export function setDirections(root: Root): void {
  const visit = (node: Node): boolean => {
    if (isText(node)) return mayRunLeft(node.value);
    if (isElement(node, 'ul', 'ol')) alignEntries(node);
    const isMixed = childrenOf(node).map(visit).includes(true);
    if (isMixed && isElement(node, ...blocks) && node.properties.dir === undefined) node.properties.dir = 'auto';
    return isMixed;
  };
  visit(root);
}
