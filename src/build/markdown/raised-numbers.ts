import type { Root } from 'hast';
import { raiseNumber } from '~/core/page/raised-numbers';
import { childrenOf, headingDepth, isElement, isText, type Node } from './tree';

function signsOf(node: Node): string | undefined {
  if (!isElement(node, 'sup', 'sub') || Object.keys(node.properties).length > 0) return undefined;
  const [text, ...others] = node.children;
  return isText(text) && others.length === 0
    ? raiseNumber(text.value, node.tagName === 'sup' ? 'sup' : 'sub')
    : undefined;
}

/** Writes the numbers that HTML raises or lowers as the signs for them: texts, by which items are named, hold no HTML. */
export function writeRaisedNumbers(root: Root): void {
  const visit = (parent: Node): void => {
    // Its number says which of several ways back to the text it is.
    if (isElement(parent, 'a') && parent.properties.dataFootnoteBackref !== undefined) return;
    // A heading's anchor is GitHub's, which is made of the bare text.
    if (headingDepth(parent) !== undefined) return;
    const siblings = childrenOf(parent);
    siblings.forEach((node, i) => {
      const value = signsOf(node);
      if (value === undefined) visit(node);
      else siblings[i] = { type: 'text', value };
    });
  };
  visit(root);
}
