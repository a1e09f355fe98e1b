import type { Root } from 'hast';
import { walk } from './tree';

const comment = /^\s*(?:\/\*(?:(?!\*\/)[^])*\*\/\s*)*$/;
const importsOfEngine = /^(?:\s*import\s+[\w\s{},]+\sfrom\s+(['"])~\/components\/(?:(?!\.\.)[\w./-])+\1;?)*\s*$/;

/**
 * Tells whether a page that is run as a module holds code of its author's, which may give something else in every build: an expression,
 * an export, an import. A comment is none, nor is a component of the engine with plain attributes.
 */
export function hasOwnCode(tree: Root): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') found ||= !comment.test(node.value);
    if (node.type === 'mdxjsEsm') found ||= !importsOfEngine.test(node.value);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      found ||= node.attributes.some(
        ({ type, value }) => type !== 'mdxJsxAttribute' || (value !== null && typeof value === 'object'),
      );
  });
  return found;
}
