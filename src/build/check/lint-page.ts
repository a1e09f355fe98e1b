import type { Element, Root } from 'hast';
import type { Item, Page } from '~/core/page/page';
import { shapeFields } from '~/build/markdown/fields';
import { type FrontMatter, readFrontMatter, splitFrontMatter } from '~/build/markdown/front-matter';
import { shapeAlerts } from '~/build/markdown/alerts';
import { anchorHeadings } from '~/build/markdown/headings';
import { shapeItems } from '~/build/markdown/items';
import { readValuesOfMdx } from '~/build/markdown/values';
import { readHtmlOfMdx } from '~/build/markdown/html-of-mdx';
import { readRawHtml } from '~/build/markdown/raw-html';
import { wrapTables } from '~/build/markdown/tables';
import { shapeTabs } from '~/build/markdown/tabs';
import { isElement, type Node, parseTree, walk } from '~/build/markdown/tree';
import { en } from '~/words/en';

/** A page as rules read it: its model, and where each part stands in the file. */
export interface LintPage {
  isRunbook: boolean;
  page: Page;
  frontMatter: FrontMatter;
  /** The page's tree, items and fields in place; links as they are written. */
  root: Root;
  items: readonly (Item & { line: number; node: Element; isPinned: boolean })[];
  headings: readonly { anchor: string; title: string; depth: number; line: number }[];
  lineOf: (node: Node) => number;
  /** Line of a key of the front matter. */
  lineOfKey: (key: string) => number;
  /** The day of the check, "2026-11-23": passed in. */
  today: string;
}

/** A rule's finding on a page: the line, and a message that says what was expected, what was found and what to do. */
export interface Finding {
  line: number;
  message: string;
}

export interface Rule {
  /** The name by which a comment turns the rule off: "vague-check". */
  name: string;
  check: (page: LintPage) => readonly Finding[];
}

/** Reads a file for the rules. `page` is the model that the build made of the same file. */
export function readLintPage(source: string, page: Page, isMdx: boolean, today: string): LintPage {
  const { body, bodyLine } = splitFrontMatter(source);
  const { value: frontMatter, lineOf: lineOfPath } = readFrontMatter(source, '');
  const root = parseTree(body, isMdx);
  shapeTabs(root);
  if (isMdx) {
    readValuesOfMdx(root);
    readHtmlOfMdx(root);
  } else readRawHtml(root);
  shapeAlerts(root, en.content);
  const lineOf = (node: Node) => bodyLine + (node.position?.start.line ?? 1);
  const headings = anchorHeadings(root).map(({ node, ...heading }) => ({ ...heading, line: lineOf(node) }));
  const shaped = shapeItems(root, new Set(headings.map(({ anchor }) => anchor)), frontMatter.roles).items;
  shapeFields(wrapTables(root, page.title));
  const items = page.items.flatMap((item, i) => {
    const { node, pinned } = shaped[i] ?? {};
    return node === undefined ? [] : [{ ...item, node, line: lineOf(node), isPinned: pinned !== undefined }];
  });
  const lineOfKey = (key: string) => lineOfPath([key]);
  const isRunbook = page.id.startsWith('runbooks/');
  return { isRunbook, page, frontMatter, root, items, headings, lineOf, lineOfKey, today };
}

/** The elements of some tags, in order. */
export function elementsOf(node: Node, ...tags: string[]): Element[] {
  const found: Element[] = [];
  walk(node, (inner) => {
    if (isElement(inner, ...tags)) found.push(inner);
  });
  return found;
}
