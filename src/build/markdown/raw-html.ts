import type { Root } from 'hast';
import { type Child, childrenOf, type Node } from './tree';

/**
 * The HTML that passes in `.md`: what GitHub lets through, and a little more for layout and media. Anything else in
 * angle brackets is meant as a placeholder (`<cluster_name>`, `<title>`) and is shown as text.
 */
const known = new Set(
  `a abbr article aside audio b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt
  em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p picture pre q rp rt ruby s samp
  section small source span strike strong sub summary sup svg table tbody td tfoot th thead time tr track tt u ul var
  video wbr circle ellipse g line path polygon polyline rect text tspan`.split(/\s+/),
);
const empty = new Set('br col hr img source track wbr circle ellipse line path polygon polyline rect'.split(' '));
const endOptional = new Set('p li dt dd tr td th thead tbody tfoot rp rt colgroup'.split(' '));

const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w:.-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/gi;

interface Token {
  html: string;
  name: string;
  closes: boolean;
  shown: 'tag' | 'text' | 'nothing';
}

/** Handlers of events never run (the site's policy forbids it), and addresses that are scripts neither: they are left out. */
const disarm = (html: string): string =>
  html
    .replace(/[\s/]on[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(
      /\s(href|src|action|formaction)\s*=\s*("\s*javascript:[^"]*"|'\s*javascript:[^']*'|javascript:[^\s>]+)/gi,
      '',
    );

/** A tag that is opened and not closed (or the reverse) would swallow the rest of the page: it is text. */
function matchTags(tokens: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.shown !== 'tag' || empty.has(token.name)) continue;
    if (!token.closes) {
      token.shown = endOptional.has(token.name) ? 'tag' : 'text';
      open.push(token);
      continue;
    }
    const at = open.findLastIndex(({ name }) => name === token.name);
    const opening = open[at];
    if (opening) opening.shown = 'tag';
    else token.shown = 'nothing';
    if (at >= 0) open.splice(at);
  }
}

function readTokens(html: string): (Token | string)[] {
  const tokens: (Token | string)[] = [];
  let end = 0;
  for (const match of html.matchAll(tag)) {
    tokens.push(html.slice(end, match.index));
    end = match.index + match[0].length;
    const name = (match[2] ?? '').toLowerCase();
    const shown = name === '' ? 'nothing' : known.has(name) ? 'tag' : 'text';
    tokens.push({ html: match[0], name, closes: match[1] === '/', shown });
  }
  return [...tokens, html.slice(end)];
}

const nodesOf = (tokens: readonly (Token | string)[], position: Node['position']): Child[] => {
  const nodes = tokens.map((token): Child => {
    // Between the tags of an HTML block there are entities and nothing that could open a tag.
    if (typeof token === 'string') return { type: 'raw', value: token.replaceAll('<', '&lt;'), position };
    if (token.shown === 'tag') return { type: 'raw', value: disarm(token.html), position };
    return { type: 'text', value: token.shown === 'text' ? token.html : '', position };
  });
  return nodes.filter((node) => 'value' in node && node.value !== '');
};

/** Cleans the raw HTML of a `.md` file: known and complete tags pass without scripts, placeholders become text, comments go. */
export function cleanRawHtml(root: Root): void {
  const cleanIn = (parent: Node): void => {
    if (!('children' in parent)) return;
    const siblings = childrenOf(parent);
    if (siblings.some(({ type }) => type === 'raw')) {
      const read = siblings.map((child) => (child.type === 'raw' ? readTokens(child.value) : child));
      // A tag that is closed in another element than it was opened in would tear the page apart: it counts as not closed.
      matchTags(read.flatMap((part) => (Array.isArray(part) ? part.filter((token) => typeof token !== 'string') : [])));
      const cleaned = read.flatMap((part, i) => (Array.isArray(part) ? nodesOf(part, siblings[i]?.position) : [part]));
      parent.children = cleaned as typeof parent.children;
    }
    childrenOf(parent).forEach(cleanIn);
  };
  cleanIn(root);
}
