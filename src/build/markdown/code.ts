import type { Element, Root } from 'hast';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import nginx from 'highlight.js/lib/languages/nginx';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import { childrenOf, h, isElement, isText, type Node, walk } from './tree';

const languages = { bash, ini, json, nginx, sql, typescript, yaml };
for (const name in languages) hljs.registerLanguage(name, languages[name as keyof typeof languages]);

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

const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' };

/** The highlighter's HTML, which is text and spans alone, as nodes; spans of no kind of ours become what is in them. */
function readTokens(html: string): Element['children'] {
  const open: { kind: string | undefined; children: Element['children'] }[] = [{ kind: undefined, children: [] }];
  for (const [part] of html.matchAll(/<span class="[^"]*">|<\/span>|[^<]+/g)) {
    const [, name] = /^<span class="hljs-(\w+)/.exec(part) ?? [];
    const inner = open.at(-1);
    if (part.startsWith('<span')) open.push({ kind: kinds[name ?? ''], children: [] });
    else if (part === '</span>' && inner && open.length > 1) {
      open.pop();
      const { kind, children } = inner;
      open.at(-1)?.children.push(...(kind ? [h('span', { className: [kind] }, children)] : children));
    } else inner?.children.push({ type: 'text', value: part.replace(/&[#\w]+;/g, (sign) => signs[sign] ?? sign) });
  }
  return open[0]?.children ?? [];
}

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
    if (hljs.getLanguage(language)) code.children = readTokens(hljs.highlight(text, { language }).value);
  }
  return blocks.length > 0;
}
