import type { Root } from 'hast';
import { type Child, childrenOf, isElement, isText, type Node } from './tree';

const plain = '0123456789+-−=()';
const signs = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎' };

/** The text of a raised or lowered number in the signs that Unicode has for it; `undefined` for any other node. */
function signsOf(node: Node): string | undefined {
  if (!isElement(node, 'sup', 'sub') || Object.keys(node.properties).length > 0) return undefined;
  const [text, ...others] = node.children;
  if (!isText(text) || others.length > 0) return undefined;
  const raised = signs[node.tagName === 'sup' ? 'sup' : 'sub'];
  const found = Array.from(text.value, (sign) => raised[plain.indexOf(sign)] ?? '');
  return found.length > 0 && !found.includes('') ? found.join('') : undefined;
}

/**
 * Writes numbers that HTML raises or lowers (`10<sup>5</sup>`) as the signs for them (`10⁵`): as a bare text, by which an item is named,
 * they would be another number.
 */
export function writeRaisedNumbers(root: Root): void {
  const visit = (parent: Node): void => {
    // Its number says which of several ways back to the text it is.
    if (isElement(parent, 'a') && parent.properties.dataFootnoteBackref !== undefined) return;
    const siblings = childrenOf(parent);
    siblings.forEach((node, i) => {
      const value = signsOf(node);
      if (value === undefined) visit(node);
      else siblings[i] = { type: 'text', value } satisfies Child;
    });
  };
  visit(root);
}
