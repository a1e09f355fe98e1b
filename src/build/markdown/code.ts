import type { Element } from 'hast';
import bash from 'highlight.js/lib/languages/bash';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import nginx from 'highlight.js/lib/languages/nginx';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import { h, isElement, isText, type Node } from './tree';

const highlighter = createLowlight({ bash, ini, json, nginx, sql, typescript, yaml });

/** The class of a token, by the highlighter's name for it; a token of any other name stays uncoloured. See src/styles/reading.css. */
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

/** The highlighter's nodes, texts and spans alone, with our classes; spans of no known kind are replaced by their content. */
const colour = (nodes: readonly Node[]): Element['children'] =>
  nodes.flatMap((node) => {
    if (!isElement(node)) return isText(node) ? [node] : [];
    const kind = kindOf(node);
    const inner = colour(node.children);
    return kind === undefined ? inner : [h('span', { className: [kind] }, inner)];
  });

/** A text of code as nodes: tokens in spans where the language is known, else the text alone. */
export const colourCode = (text: string, language: string): Element['children'] =>
  highlighter.registered(language)
    ? colour(highlighter.highlight(language, text).children)
    : [{ type: 'text', value: text }];
