import type { Element, Root } from 'hast';
import { foldTokens } from './fold-tags';
import { dropWrappers, matchTags, readTokens } from './raw-tags';
import { childrenOf, h, isElement, isText, type Node } from './tree';

/** Adds the body to a table whose rows stand outside of one, as people write it; a browser would do the same. */
function addBody(table: Element): void {
  const rows = table.children.filter((child) => isElement(child, 'tr'));
  const first = rows[0];
  if (!first) return;
  const isHead = childrenOf(first).every((cell) => !isElement(cell) || cell.tagName === 'th');
  const head = isHead && !table.children.some((child) => isElement(child, 'thead')) ? [h('thead', {}, [first])] : [];
  const body = h('tbody', {}, head.length > 0 ? rows.slice(1) : rows);
  const rest = table.children.filter(
    (child) => !isElement(child, 'tr') && !(isText(child) && child.value.trim() === ''),
  );
  table.children = [...rest, ...head, ...(body.children.length > 0 ? [body] : [])];
}

/**
 * Reads the raw HTML of a `.md` file: known and complete tags become elements, under the same rules as Markdown's own, without
 * scripts and styles; placeholders become text; comments go.
 */
export function readRawHtml(root: Root): void {
  const readIn = (parent: Node): void => {
    if (!('children' in parent)) return;
    const siblings = childrenOf(parent);
    if (siblings.some(({ type }) => type === 'raw')) {
      const parts = siblings.map((node) => ({
        node,
        tokens: node.type === 'raw' ? readTokens(node.value) : undefined,
      }));
      // A tag that is closed in another element than the one it was opened in would tear the page apart: it counts as not closed.
      const tags = parts.flatMap(({ tokens = [] }) => tokens.filter((token) => typeof token !== 'string'));
      matchTags(tags);
      dropWrappers(tags);
      parent.children = foldTokens(parts) as typeof parent.children;
    }
    if (isElement(parent, 'table')) addBody(parent);
    childrenOf(parent).forEach(readIn);
  };
  readIn(root);
}
