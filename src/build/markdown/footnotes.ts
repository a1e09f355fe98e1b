import type { Root } from 'hast';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { isElement, walk } from './tree';

/** Puts the words around footnotes, which the parser gives in English, into the page's language. Changes the tree. */
export function wordFootnotes(root: Root, { footnotes, backTo }: Words['content']): void {
  walk(root, (node) => {
    if (!isElement(node)) return;
    const { properties } = node;
    // A heading of the author's may be called so too.
    if (node.tagName === 'p' && properties.id === 'footnote-label')
      node.children = [{ type: 'text', value: footnotes }];
    else if (properties.dataFootnoteBackref !== undefined) {
      const n = /[\d-]+$/.exec(String(properties.ariaLabel))?.[0] ?? '';
      properties.ariaLabel = say(backTo, { n }).trim();
    }
  });
}
