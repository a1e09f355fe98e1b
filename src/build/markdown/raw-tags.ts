import { htmlNames as known } from '~/core/page/html-names';

/* The tags of raw HTML: which of them a page has, which are text, and which go. */

/** Elements that have no end. */
export const empty = new Set(
  'br col hr img input source track wbr circle ellipse line path polygon polyline rect'.split(' '),
);
/** Elements that end where the next of their kind begins, by kind. */
export const endOptional: Record<string, string> = {
  ...{ p: 'p', li: 'li', dt: 'dt', dd: 'dt', td: 'td', th: 'td', tr: 'tr', rp: 'rp', rt: 'rp' },
  ...{ thead: 'tbody', tbody: 'tbody', tfoot: 'tbody', colgroup: 'colgroup' },
};

const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w:.-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/gi;

/** A tag of raw HTML, and how the page shows it. */
export interface Token {
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
export function dropWrappers(tokens: readonly Token[]): void {
  tokens.forEach((token, i) => {
    if (token.closes || token.shown !== 'text') return;
    const endOf = (name: string) => tokens.slice(i).find((one) => one.closes && one.name === name);
    const [next] = tokens.slice(i + 1);
    const isFolded = token.name === 'details' && next?.name === 'summary';
    const end = isFolded ? endOf('summary') : wrappers.has(token.name) ? endOf(token.name) : undefined;
    if (end === undefined) return;
    for (const one of isFolded && next ? [token, next, end] : [token, end]) one.shown = 'nothing';
  });
}

/** Turns a tag that is opened and not closed (or the reverse) into text: it would swallow the rest of the page. */
export function matchTags(tokens: readonly Token[]): void {
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

/** Cuts raw HTML into tags and the texts between them. */
export function readTokens(html: string): (Token | string)[] {
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
