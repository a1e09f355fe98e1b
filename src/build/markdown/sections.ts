import type { Root } from 'hast';
import type { Heading } from './headings';
import { type Child, childrenOf, h, hasClass, headingDepth, isElement } from './tree';

/** The range of a section among its heading's siblings: from the heading to the next one of its depth or less. */
export function sectionRange({ node, parent, depth }: Heading): { siblings: Child[]; start: number; end: number } {
  const siblings = childrenOf(parent);
  const start = siblings.indexOf(node);
  const next = siblings.findIndex((sibling, i) => i > start && (headingDepth(sibling) ?? 7) <= depth);
  return { siblings, start, end: next < 0 ? siblings.length : next };
}

/** Tells whether a node ends the section before it: a heading of the first two levels, a hold, a contingency. */
const isBoundary = (node: Child): boolean =>
  isElement(node) && ((headingDepth(node) ?? 7) <= 2 || hasClass(node, 'hold') || hasClass(node, 'contingency'));

/** Raw tags may be opened in one section and closed in the next, and a module's imports stand outside of every section. */
const isLoose = ({ type }: Child): boolean => type === 'raw' || type === 'mdxjsEsm';

/**
 * Wraps each heading of the second level with the content up to the next boundary: a browser then lays out a change
 * in one section without looking at all the others, which each tick on a long page would pay for.
 */
export function wrapSections(root: Root): void {
  const parts: Child[][] = [[]];
  for (const node of childrenOf(root)) {
    if (isBoundary(node)) parts.push([]);
    parts.at(-1)?.push(node);
  }
  root.children = parts.flatMap((part) => {
    const isSection = part[0] !== undefined && headingDepth(part[0]) === 2 && !part.some(isLoose);
    return isSection ? [h('section', {}, part)] : part;
  }) as Root['children'];
}
