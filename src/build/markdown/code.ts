import type { Element, Root } from 'hast';
import bash from 'highlight.js/lib/languages/bash';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import nginx from 'highlight.js/lib/languages/nginx';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import { childrenOf, h, isElement, isText, type Node, walk } from './tree';

const highlighter = createLowlight({ bash, ini, json, nginx, sql, typescript, yaml });

/** The class of a token, by the highlighter's name for it; what is not here is not coloured. See src/styles/reading.css. */
const kinds: Record<string, string> = {
  keyword: 'kw',
  section: 'kw',
  literal: 'kw',
  string: 'st',
  regexp: 'st',
  number: 'nu',
  comment: 'co',
  attr: 'na',
  attribute: 'na',
  variable: 'na',
};

/** The class of a highlighter's span: "hljs-keyword" is "kw". */
const kindOf = (span: Element): string | undefined => {
  const [name] = Array.isArray(span.properties.className) ? span.properties.className : [];
  return kinds[String(name).slice('hljs-'.length)];
};

/** The highlighter's nodes, texts and spans alone, with our classes; spans of no kind of ours become what is in them. */
const colour = (nodes: readonly Node[]): Element['children'] =>
  nodes.flatMap((node) => {
    if (!isElement(node)) return isText(node) ? [node] : [];
    const kind = kindOf(node);
    const inner = colour(node.children);
    return kind === undefined ? inner : [h('span', { className: [kind] }, inner)];
  });

const languageOf = (code: Element): string => {
  const { className } = code.properties;
  const given = Array.isArray(className) ? className.find((name) => String(name).startsWith('language-')) : undefined;
  return String(given ?? '').slice('language-'.length);
};

/** From this many characters on, a line is wider than a phone: its block scrolls, and so must be reached by keyboard. */
const wide = 34;

/** Colours the page's code blocks by classes (the site's policy forbids styles). Says whether there are any. */
export function highlightCode(root: Root): boolean {
  const blocks: { pre: Element; code: Element }[] = [];
  walk(root, (pre) => {
    const code = isElement(pre, 'pre') ? childrenOf(pre).find((child: Node) => isElement(child, 'code')) : undefined;
    if (isElement(pre) && isElement(code)) blocks.push({ pre, code });
  });
  for (const { pre, code } of blocks) {
    const text = code.children.map((child) => (isText(child) ? child.value : '')).join('');
    if (text.split('\n').some((line) => line.length > wide)) pre.properties.tabIndex = 0;
    const language = languageOf(code);
    if (highlighter.registered(language)) code.children = colour(highlighter.highlight(language, text).children);
  }
  return blocks.length > 0;
}
