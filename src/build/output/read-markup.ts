import { decodeHTML, decodeHTMLAttribute } from 'entities';

/** A tag that opens an element. */
export interface OpeningTag {
  /** In small letters. */
  name: string;
  /** The place of its bracket, and the one after its last sign. */
  start: number;
  end: number;
  /** False for an element that holds nothing: no closing tag follows. */
  holds: boolean;
  readAttributes: () => Record<string, string>;
}

/** Is told what a text in HTML is made of, in its order. */
export interface MarkupHandler {
  open: (tag: OpeningTag) => void;
  /** `start` and `end`: the places of the closing tag. */
  close: (name: string, start: number, end: number) => void;
  /** A text, or a part of one. */
  text?: (text: string) => void;
}

/** Elements that hold nothing, and those that hold text alone: what looks like a tag in it is none, up to their own closing tag. */
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const textual = new Set('iframe noembed noframes script style textarea title xmp'.split(' '));
/** Those of them whose text holds no character references. */
const isPlain = (name: string): boolean => name !== 'title' && name !== 'textarea';

const nameAt = /\/?([a-z][^\s/>]*)/iy;
const attribute = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']\S*)))?/g;

const decode = (value: string): string => (value.includes('&') ? decodeHTMLAttribute(value) : value);

function readAttributes(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  attribute.lastIndex = 0;
  for (let found = attribute.exec(written); found !== null; found = attribute.exec(written)) {
    const [, name = '', double, single, bare] = found;
    attributes[name.toLowerCase()] ??= decode(double ?? single ?? bare ?? '');
  }
  return attributes;
}

/** The place after the bracket that ends a tag: a bracket in a quoted value does not. */
function findTagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const sign = html[at];
    if (sign === '>') return at + 1;
    if (sign !== '=') continue;
    while (/\s/.test(html[at + 1] ?? '')) at++;
    const quote = html[at + 1];
    if (quote !== '"' && quote !== "'") continue;
    at = html.indexOf(quote, at + 2);
    if (at < 0) break;
  }
  return html.length;
}

/** The place of a closing tag, or the end of the text. */
function findClosing(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** The place after a comment, or another declaration. */
function findDeclarationEnd(html: string, start: number): number {
  const closing = html.startsWith('<!--', start) ? '-->' : '>';
  const at = html.indexOf(closing, start + 2);
  return at < 0 ? html.length : at + closing.length;
}

/**
 * Reads the tags of a text in HTML, and the texts between them, as a browser does, but without a browser's repairs: where a closing tag is
 * missing, none is told. The pages of a finished site lack none, and a parser that repairs takes five times as long.
 */
export function readMarkup(html: string, { open, close, text }: MarkupHandler): void {
  let at = 0;
  const tell = (until: number, isReferring: boolean): void => {
    if (text === undefined || until <= at) return;
    const written = html.slice(at, until);
    text(isReferring && written.includes('&') ? decodeHTML(written) : written);
  };
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', start)) {
    if (html[start + 1] === '!' || html[start + 1] === '?') {
      tell(start, true);
      at = start = findDeclarationEnd(html, start);
      continue;
    }
    nameAt.lastIndex = start + 1;
    const found = nameAt.exec(html)?.[1];
    if (found === undefined) {
      // A bracket in a text.
      start++;
      continue;
    }
    tell(start, true);
    const name = found.toLowerCase();
    const nameEnd = nameAt.lastIndex;
    const end = findTagEnd(html, nameEnd);
    if (html[start + 1] === '/') close(name, start, end);
    else {
      open({
        name,
        start,
        end,
        holds: !empty.has(name),
        readAttributes: () => readAttributes(html.slice(nameEnd, end - 1)),
      });
    }
    at = end;
    if (textual.has(name) && html[start + 1] !== '/') {
      const closing = findClosing(html, name, end);
      tell(closing, !isPlain(name));
      at = closing;
    }
    start = at;
  }
  tell(html.length, true);
}
