import type { Element, Root } from 'hast';
import Slugger from 'github-slugger';
import { takeHeadingTime } from './plans';
import { childrenOf, h, hasClass, headingDepth, isElement, isText, type Node, textOf, walk, wholeTextOf } from './tree';

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
    // The heading that the parser puts above footnotes is no section of the document.
    if (node.properties.id === 'footnote-label') {
      node.tagName = 'p';
      return;
    }
    takeHeadingTime(node);
    const title = textOf(node);
    // A heading of emoji alone has no letters to make an anchor of.
    const anchor = slugger.slug(wholeTextOf(node)) || slugger.slug('section');
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

/** The elements of raw HTML that people centre a title in; a heading in a quote or a list item names only that. */
const around = ['div', 'center', 'header', 'p', 'section'];

/** Finds what precedes a heading: another heading, so that it is no title; an item, so that it stands mid-page; or neither. */
function findBefore(root: Root, { node: heading }: Heading): 'heading' | 'item' | undefined {
  let before: 'heading' | 'item' | undefined;
  let isOver = false;
  const search = (parent: Node): void => {
    for (const child of childrenOf(parent)) {
      isOver ||= child === heading;
      if (isOver) return;
      if (headingDepth(child) !== undefined && textOf(child) !== '') before = 'heading';
      else if (isElement(child, 'li') && hasClass(child, 'task-list-item')) before ??= 'item';
      else if (!isElement(child, 'blockquote', 'li', 'details')) search(child);
    }
  };
  search(root);
  return before;
}

/** A heading without words names nothing. */
const isTitle = ({ depth, title, parent }: Heading): boolean =>
  depth === 1 && title !== '' && (parent.type !== 'element' || isElement(parent, ...around));

/** A heading's words without those of its pictures, and the pictures, which stay on the page. */
function readTitle({ node, title }: Heading): { words: string; pictures: Element[] } {
  const pictures: Element[] = [];
  walk(node, (inner) => {
    if (isElement(inner, 'img')) pictures.push(inner);
  });
  const withoutAlt = (inner: Node): string =>
    isElement(inner, 'img') ? '' : isText(inner) ? inner.value : childrenOf(inner).map(withoutAlt).join('');
  const words = pictures.length === 0 ? title : withoutAlt(node).replace(/\s+/g, ' ').trim();
  return { words: words === '' ? title : words, pictures };
}

/**
 * The title: the front matter's, else the `#` heading's that the page begins with, else `fallback`. The layout shows it, so a heading
 * with the same words is removed from the tree and the list. One in the middle of a page names the part after it, and stays there.
 */
export function takeTitle(root: Root, headings: Heading[], given: string | undefined, fallback: string): Title {
  const index = headings.findIndex(isTitle);
  const first = headings[index];
  const before = first && findBefore(root, first);
  if (!first || before === 'heading') return { title: given ?? fallback, anchor: undefined };
  const { words, pictures } = readTitle(first);
  if ((given !== undefined && given !== words) || before === 'item')
    return { title: given ?? words, anchor: undefined };
  const siblings = childrenOf(first.parent);
  const rest = pictures.length === 0 ? [] : [h('p', {}, pictures)];
  siblings.splice(siblings.indexOf(first.node), 1, ...rest);
  headings.splice(index, 1);
  return { title: words, anchor: first.anchor };
}
