import type { Element, Nodes, Properties, Root, Text } from 'hast';
import { type Features, type HastNode, markdownToHast, mdxToHast } from 'satteri';
import { normalizeBody } from './normalize';

/** Any node of the page's tree; in MDX also components and expressions. */
export type Node = HastNode;
export type Child = Exclude<Nodes, Root>;
/** A node that has children, with children that may be changed. */
export interface Parent {
  children: Child[];
}

/**
 * The parser's options for every file. Astro has removed the front matter, so a line of dashes at the start of a body opens none.
 * Quotes and dashes stay as they are typed: ids must not depend on typography.
 */
export const features: Features = { frontmatter: false, smartPunctuation: false };

/** The most elements around another one: browsers take what lies deeper, from 512 on, out of what it lies in. */
const deepest = 400;

export const nestedTooDeep =
  'Expected lists and quotes that are nested less than 200 deep, found deeper ones, which no browser shows. Until then the page is shown as it is written.';

/** The line of the first node that lies too deep, from 1; `undefined` if none does. Without recursion, which would not get to its end. */
function findTooDeep(root: Root): number | undefined {
  let line = 1;
  let level: Node[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    line = level.find(({ position }) => position)?.position?.start.line ?? line;
    if (depth > deepest) return line;
    level = level.flatMap(childrenOf);
  }
  return undefined;
}

/**
 * Parses a file's body into a tree that may be changed: of a body that is nested too deep, one block of code. `tooDeep`: the line where it
 * is, from 1.
 */
export function readTree(body: string, isMdx: boolean): { tree: Root; tooDeep: number | undefined } {
  const parsed = (isMdx ? mdxToHast : markdownToHast)(normalizeBody(body), { features });
  const tree: Root = parsed.type === 'root' ? parsed : { type: 'root', children: [] };
  const tooDeep = findTooDeep(tree);
  if (tooDeep !== undefined) tree.children = [h('pre', {}, [h('code', {}, [body])])];
  return { tree, tooDeep };
}

/** Parses a file's body into a tree that may be changed. */
export const parseTree = (body: string, isMdx: boolean): Root => readTree(body, isMdx).tree;

export const isElement = (node: Node | undefined, ...tags: string[]): node is Element =>
  node?.type === 'element' && (tags.length === 0 || tags.includes(node.tagName));

export const isText = (node: Node | undefined): node is Text => node?.type === 'text';

/** Tells whether the element's text is typed as it is. */
export const isVerbatim = (node: Element): boolean => isElement(node, 'code', 'pre', 'kbd', 'samp', 'tt');

export const isBlank = (node: Node): boolean => isText(node) && node.value.trim() === '';

/** The node's children, to be read or changed in place; none for leaves. */
export const childrenOf = (node: Node): Child[] => ('children' in node ? (node as Parent).children : []);

export const hasClass = (node: Element, name: string): boolean =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name);

/** Makes an element; properties in hast's spelling (`className`, `dataItem`, `ariaLabel`), `undefined` left out. */
export function h(tagName: string, properties: Properties, children: (Child | string)[] = []): Element {
  const given: Properties = {};
  for (const name in properties) if (properties[name] !== undefined) given[name] = properties[name];
  const nodes = children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child));
  return { type: 'element', tagName, properties: given, children: nodes as Element['children'] };
}

/** The text of a tag of raw HTML by itself. */
function rawTagText(tag: string): string {
  if (/^<br\b/i.test(tag)) return ' ';
  const alt = /^<img\b[^>]*?\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
  return alt ? (alt[1] ?? alt[2] ?? alt[3] ?? '') : '';
}

const rawText = (node: Node): string => {
  if (isText(node)) return node.value;
  if (node.type === 'raw') return rawTagText(node.value);
  if (isElement(node)) {
    if (node.tagName === 'img') return String(node.properties.alt ?? '');
    if (node.tagName === 'br') return ' ';
    if (typeof node.properties.dataValue === 'string') return `{{${node.properties.dataValue}}}`;
    if (node.properties.dataFootnoteRef !== undefined || hasClass(node, 'nowhere')) return '';
  }
  return childrenOf(node).map(rawText).join('');
};

/** The text as it is written, with every blank: values by their names, images by their alt, without the numbers of footnotes. */
export const wholeTextOf = (node: Node): string =>
  rawText(node)
    .replace(/[\t\r\n]/g, ' ')
    .trim();

/** The text as read aloud: as it is written, with white space folded. */
export const textOf = (...nodes: Node[]): string => nodes.map(rawText).join('').replace(/\s+/g, ' ').trim();

export const headingDepth = (node: Node): number | undefined =>
  isElement(node) && /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : undefined;

/** Visits every node below, in the order of the document, with its parent. */
export function walk(parent: Node, visit: (node: Child, parent: Node) => void): void {
  for (const child of childrenOf(parent)) {
    visit(child, parent);
    walk(child, visit);
  }
}
