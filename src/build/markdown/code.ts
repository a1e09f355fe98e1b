import type { Element } from 'hast';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import nginx from 'highlight.js/lib/languages/nginx';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import { h } from './tree';

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

/** A text of code as nodes: tokens in spans where the language is known, else the text alone. */
export const colourCode = (text: string, language: string): Element['children'] =>
  hljs.getLanguage(language) ? readTokens(hljs.highlight(text, { language }).value) : [{ type: 'text', value: text }];
