import type { Heading } from './headings';
import { type Child, childrenOf, headingDepth } from './tree';

/** Where a section stands among its heading's siblings: from the heading to the next one of its depth or less. */
export function sectionRange({ node, parent, depth }: Heading): { siblings: Child[]; start: number; end: number } {
  const siblings = childrenOf(parent);
  const start = siblings.indexOf(node);
  const next = siblings.findIndex((sibling, i) => i > start && (headingDepth(sibling) ?? 7) <= depth);
  return { siblings, start, end: next < 0 ? siblings.length : next };
}
