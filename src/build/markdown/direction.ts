import type { Root } from 'hast';
import { childrenOf, isElement, isText, type Node } from './tree';

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

/** Lets each block with such words take the direction of its own text, where no language says which it is. */
export function setDirections(root: Root): void {
  const visit = (node: Node): boolean => {
    if (isText(node)) return mayRunLeft(node.value);
    const isMixed = childrenOf(node).map(visit).includes(true);
    if (isMixed && isElement(node, ...blocks) && node.properties.dir === undefined) node.properties.dir = 'auto';
    return isMixed;
  };
  visit(root);
}
