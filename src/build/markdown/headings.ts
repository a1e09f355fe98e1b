import type { Element, Root } from 'hast';
import Slugger from 'github-slugger';
import { childrenOf, headingDepth, type Node, textOf, walk } from './tree';

/** A heading as it stands in the tree. */
export interface Heading {
  node: Element;
  parent: Node;
  anchor: string;
  title: string;
  depth: number;
}

/** Gives each heading its anchor, as GitHub and Astro do: slug of its text, twins numbered. In the order of the document. */
export function anchorHeadings(root: Root): Heading[] {
  const slugger = new Slugger();
  const headings: Heading[] = [];
  walk(root, (node, parent) => {
    const depth = headingDepth(node);
    if (depth === undefined || node.type !== 'element') return;
    // What the parser puts above footnotes is no section of the document.
    if (node.properties.id === 'footnote-label') {
      node.tagName = 'p';
      return;
    }
    const title = textOf(node);
    // A heading of emoji alone has no letters to make an anchor of.
    const anchor = slugger.slug(title) || slugger.slug('section');
    node.properties.id = anchor;
    headings.push({ node, parent, anchor, title, depth });
  });
  return headings;
}

/** The page's title, and the anchor of the heading that gave it, which then is no longer in the page. */
export interface Title {
  title: string;
  anchor: string | undefined;
}

/** A heading of a quote or of a list's item names that, and one without words nothing. */
const isTitle = ({ depth, title, parent }: Heading): boolean =>
  depth === 1 && title !== '' && parent.type !== 'element';

/**
 * The title: the front matter's, else the first `#` heading's, else `fallback`. The layout shows it, so the heading that
 * says the same is taken out of tree and list.
 */
export function takeTitle(headings: Heading[], given: string | undefined, fallback: string): Title {
  const index = headings.findIndex(isTitle);
  const first = headings[index];
  if (!first || (given !== undefined && given !== first.title)) return { title: given ?? fallback, anchor: undefined };
  const siblings = childrenOf(first.parent);
  siblings.splice(siblings.indexOf(first.node), 1);
  headings.splice(index, 1);
  return { title: given ?? first.title, anchor: first.anchor };
}
