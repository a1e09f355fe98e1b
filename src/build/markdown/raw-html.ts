import type { Element, Root } from 'hast';
import { htmlToHast } from 'satteri';
import { htmlNames as known } from '~/core/page/html-names';
import { type Child, childrenOf, h, isElement, isText, type Node } from './tree';

const empty = new Set('br col hr img input source track wbr circle ellipse line path polygon polyline rect'.split(' '));
/** Elements that end where the next of their kind begins, by kind. */
const endOptional: Record<string, string> = {
  ...{ p: 'p', li: 'li', dt: 'dt', dd: 'dt', td: 'td', th: 'td', tr: 'tr', rp: 'rp', rt: 'rp' },
  ...{ thead: 'tbody', tbody: 'tbody', tfoot: 'tbody', colgroup: 'colgroup' },
};

const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w:.-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/gi;

interface Token {
  html: string;
  name: string;
  attributes: string;
  closes: boolean;
  shown: 'tag' | 'text' | 'nothing';
  /** The number of lines of the raw node before the tag. */
  linesBefore: number;
}

/** Elements of HTML that GitHub takes away around what is in them; a single such tag is a placeholder (`<address>`). */
const wrappers = new Set('address button fieldset form hgroup label legend menu nav output'.split(' '));

/** Takes away tags around something that are no part of a page: those of forms, and a `<details>` that is closed outside of its item. */
function dropWrappers(tokens: readonly Token[]): void {
  tokens.forEach((token, i) => {
    if (token.closes || token.shown !== 'text') return;
    const rest = tokens.slice(i + 1);
    const isFolded = token.name === 'details' && rest[0]?.name === 'summary';
    const pair = isFolded
      ? rest.slice(0, 2)
      : rest.filter(({ name, closes }) => closes && name === token.name).slice(0, 1);
    if (!isFolded && (!wrappers.has(token.name) || pair.length === 0)) return;
    for (const one of [token, ...pair]) one.shown = 'nothing';
  });
}

/** Turns a tag that is opened and not closed (or the reverse) into text: it would swallow the rest of the page. */
function matchTags(tokens: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.shown !== 'tag' || empty.has(token.name)) continue;
    if (!token.closes) {
      token.shown = token.name in endOptional ? 'tag' : 'text';
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

/** An `<input>` passes where it is a box to tick; any other is a control that would do nothing. */
const isKnown = (name: string, attributes: string): boolean =>
  known.has(name) && (name !== 'input' || /\btype\s*=\s*["']?checkbox/i.test(attributes));

function readTokens(html: string): (Token | string)[] {
  const tokens: (Token | string)[] = [];
  let end = 0;
  for (const match of html.matchAll(tag)) {
    const before = html.slice(0, match.index);
    tokens.push(before.slice(end));
    end = match.index + match[0].length;
    const name = (match[2] ?? '').toLowerCase();
    const attributes = match[3] ?? '';
    const closes = match[1] === '/';
    const shown = name === '' ? 'nothing' : closes || isKnown(name, attributes) ? 'tag' : 'text';
    const isClosingUnknown = closes && !known.has(name);
    const linesBefore = before.split('\n').length - 1;
    tokens.push({ html: match[0], name, attributes, closes, shown: isClosingUnknown ? 'text' : shown, linesBefore });
  }
  return [...tokens, html.slice(end)];
}

const readHtml = (html: string): Child[] => {
  const tree = htmlToHast(html, { fragment: true });
  return childrenOf(tree);
};

/**
 * Attributes, by the parser's names, that would run or ask something, be a style, which the site's policy forbids, or make the element
 * a part of the interface.
 */
const isForbidden = (name: string): boolean =>
  /^(?:on|data[A-Z-]|popover|aria-?live|style$|formaction$|is$|ping$|nonce$|autofocus$|contenteditable$|srcdoc$)/i.test(
    name,
  );

/** An element as one tag of raw HTML opens it. Inside of a `<div>`, because the parser knows some elements in a table alone. */
export function elementOf(name: string, attributes: string): Element {
  const [read] = readHtml(`<div ${attributes.replace(/\/$/, '')}></div>`);
  const properties = isElement(read) ? read.properties : {};
  for (const property of Object.keys(properties)) if (isForbidden(property)) delete properties[property];
  const { id } = properties;
  // The interface's own names begin so.
  if (typeof id === 'string' && id.startsWith('ui:')) delete properties.id;
  // A heading's anchor is made of its words, as on GitHub; the author's own is one more.
  if (!/^h[1-6]$/.test(name) || typeof id !== 'string') return h(name, properties);
  delete properties.id;
  return h(name, properties, [h('a', { id })]);
}

/** The elements of a drawing; any other would end it for the browser. */
const drawn = new Set('svg circle ellipse g line path polygon polyline rect text tspan'.split(' '));

/** An attribute in a drawing that is forbidden, or leads elsewhere. */
const unsafeInDrawing =
  /[\s"'/](?:(?:on|data-|popover)[\w-]*|style|href|xlink:href|is|nonce|autofocus|contenteditable)(?=[\s=/>])|\bid\s*=\s*["']?ui:/i;

const at = (position: Node['position'], linesBefore: number): Node['position'] =>
  position && { ...position, start: { line: position.start.line + linesBefore, column: 1 } };

/** The most elements of raw HTML that lie in each other. */
const deepest = 100;

/** The elements that are open while tags become elements, and the place for the next content. */
class Folding {
  readonly children: Child[] = [];
  private readonly open: Element[] = [];

  add(...nodes: Child[]): void {
    const inner = this.open.at(-1);
    (inner ? childrenOf(inner) : this.children).push(...nodes);
  }

  begin(element: Element): void {
    const kind = endOptional[element.tagName];
    const last = this.open.findLastIndex(({ tagName }) => kind !== undefined && endOptional[tagName] === kind);
    // A list or table within this one has elements of its own.
    const isNested = this.open.slice(last + 1).some(({ tagName }) => ['ul', 'ol', 'table', 'dl'].includes(tagName));
    if (last >= 0 && !isNested) this.open.splice(last);
    // Browsers, too, take elements that lie too deep out of those around them.
    if (this.open.length >= deepest) this.open.pop();
    this.add(element);
    if (!empty.has(element.tagName)) this.open.push(element);
  }

  end(name: string): void {
    const last = this.open.findLastIndex(({ tagName }) => tagName === name);
    if (last >= 0) this.open.splice(last);
  }
}

/** Adds the body to a table whose rows stand outside of one, as people write it; a browser would do the same. */
function addBody(table: Element): void {
  const rows = table.children.filter((child) => isElement(child, 'tr'));
  const first = rows[0];
  if (!first) return;
  const isHead = childrenOf(first).every((cell) => !isElement(cell) || cell.tagName === 'th');
  const head = isHead && !table.children.some((child) => isElement(child, 'thead')) ? [h('thead', {}, [first])] : [];
  const body = h('tbody', {}, head.length > 0 ? rows.slice(1) : rows);
  const rest = table.children.filter(
    (child) => !isElement(child, 'tr') && !(isText(child) && child.value.trim() === ''),
  );
  table.children = [...rest, ...head, ...(body.children.length > 0 ? [body] : [])];
}

function foldTokens(parts: readonly { node: Child; tokens: (Token | string)[] | undefined }[]): Child[] {
  const folding = new Folding();
  let drawing = '';
  for (const { node, tokens } of parts) {
    if (!tokens) {
      folding.add(node);
      continue;
    }
    for (const token of tokens) {
      if (typeof token === 'string') {
        if (drawing !== '') drawing += token.replaceAll('<', '&lt;');
        // Between the tags of an HTML block there are entities and nothing that could open a tag.
        else if (token !== '') folding.add(...readHtml(token.replaceAll('<', '&lt;')));
        continue;
      }
      const position = at(node.position, token.linesBefore);
      if (token.shown === 'text') folding.add({ type: 'text', value: token.html, position });
      if (token.shown !== 'tag') continue;
      const element = token.closes ? undefined : elementOf(token.name, token.attributes);
      // The names in a drawing are case-sensitive: it stays as it is written, except for anything that would run.
      if (drawing !== '' || (token.name === 'svg' && !token.closes)) {
        if (!drawn.has(token.name)) continue;
        drawing += unsafeInDrawing.test(token.html) ? `<${token.name}>` : token.html;
        if (token.name !== 'svg' || !token.closes) continue;
        folding.add({ type: 'raw', value: drawing, position } as Child);
        drawing = '';
      } else if (element) folding.begin(Object.assign(element, { position }));
      else folding.end(token.name);
    }
  }
  return folding.children;
}

/**
 * Reads the raw HTML of a `.md` file: known and complete tags become elements, under the same rules as Markdown's own, without
 * scripts and styles; placeholders become text; comments go.
 */
export function readRawHtml(root: Root): void {
  const readIn = (parent: Node): void => {
    if (!('children' in parent)) return;
    const siblings = childrenOf(parent);
    if (siblings.some(({ type }) => type === 'raw')) {
      const parts = siblings.map((node) => ({
        node,
        tokens: node.type === 'raw' ? readTokens(node.value) : undefined,
      }));
      // A tag that is closed in another element than the one it was opened in would tear the page apart: it counts as not closed.
      const tags = parts.flatMap(({ tokens = [] }) => tokens.filter((token) => typeof token !== 'string'));
      matchTags(tags);
      dropWrappers(tags);
      parent.children = foldTokens(parts) as typeof parent.children;
    }
    if (isElement(parent, 'table')) addBody(parent);
    childrenOf(parent).forEach(readIn);
  };
  readIn(root);
}

/** HTML's own elements in `.mdx`, where their attributes are plain, as the elements that they are; components stay. */
export function readHtmlOfMdx(root: Root): void {
  const readIn = (parent: Node): void => {
    const siblings = childrenOf(parent);
    siblings.forEach((node, i) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return readIn(node);
      readIn(node);
      const attributes = node.attributes.map((one) => {
        const { value } = one;
        if (!('name' in one) || (typeof value !== 'string' && value !== null && value !== undefined)) return undefined;
        return `${one.name === 'className' ? 'class' : one.name}="${String(value ?? '')
          .replaceAll('&', '&amp;')
          .replaceAll('"', '&quot;')}"`;
      });
      if (node.name === null || !known.has(node.name) || node.name === 'svg' || attributes.includes(undefined)) return;
      const element = elementOf(node.name, attributes.join(' '));
      element.children = [...element.children, ...(childrenOf(node) as Element['children'])];
      siblings[i] = Object.assign(element, { position: node.position });
    });
  };
  readIn(root);
}
