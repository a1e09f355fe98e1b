import type { Element, Root } from 'hast';
import { htmlNames as known } from '~/core/page/html-names';
import { elementOf } from './raw-element';
import { childrenOf, type Node } from './tree';

/** HTML's own elements in `.mdx`, where their attributes are plain, as the elements that they are; components stay. */
export function readHtmlOfMdx(root: Root): void {
  const readIn = (parent: Node): void => {
    const siblings = childrenOf(parent);
    siblings.forEach((node, i) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return readIn(node);
      readIn(node);
      const attributes = node.attributes.map((one) => {
        const { value } = one;
        if (!('name' in one) || (typeof value !== 'string' && value !== null && value !== undefined)) return undefined;
        return `${one.name === 'className' ? 'class' : one.name}="${String(value ?? '')
          .replaceAll('&', '&amp;')
          .replaceAll('"', '&quot;')}"`;
      });
      if (node.name === null || !known.has(node.name) || node.name === 'svg' || attributes.includes(undefined)) return;
      const element = elementOf(node.name, attributes.join(' '));
      element.children = [...element.children, ...(childrenOf(node) as Element['children'])];
      siblings[i] = Object.assign(element, { position: node.position });
    });
  };
  readIn(root);
}
