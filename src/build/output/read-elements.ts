import { Parser } from 'htmlparser2';
import { findMain } from './find-main';

/** An element of a finished page, by its places in the text of the page. */
export interface FoundElement {
  name: string;
  attributes: Record<string, string>;
  /** The place of its first sign, and the one after its last. */
  start: number;
  end: number;
  /** The text between its tags, as it is written. */
  inner: string;
}

/** Reads the elements of some names in a part of a page, which begins at a place of the page. */
function readPart(html: string, wanted: ReadonlySet<string>, from: number): FoundElement[] {
  const found: FoundElement[] = [];
  const open: { element: FoundElement; inner: number }[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!wanted.has(name)) return;
      const inner = parser.endIndex + 1;
      const element = { name, attributes, start: from + parser.startIndex, end: from + inner, inner: '' };
      found.push(element);
      open.push({ element, inner });
    },
    onclosetag(name, isImplied) {
      const at = wanted.has(name) ? open.findLastIndex(({ element }) => element.name === name) : -1;
      if (at < 0) return;
      for (const { element, inner } of open.splice(at, 1)) {
        // An element without a closing tag, as those that hold nothing, ends where that was noticed.
        if (!isImplied) element.end = from + parser.endIndex + 1;
        element.inner = html.slice(inner, Math.max(inner, parser.startIndex));
      }
    },
  });
  parser.end(html);
  return found;
}

/**
 * The elements of some names in a finished page, in the order in which they begin. Pages are read by a parser alone: what stands in
 * texts, comments, attributes and scripts is never taken for an element. A page's own text is passed over where none of the names follows
 * a bracket in it.
 */
export function readElements(html: string, names: readonly string[]): FoundElement[] {
  const wanted = new Set(names);
  const main = findMain(html);
  const isPassed = main && !new RegExp(`<(?:${names.join('|')})\\b`, 'i').test(html.slice(main.start, main.end));
  if (!isPassed) return readPart(html, wanted, 0);
  return [...readPart(html.slice(0, main.start), wanted, 0), ...readPart(html.slice(main.end), wanted, main.end)];
}

/** A change of a page's text between two places. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Makes changes that do not overlap, in the order of their places. */
export function applyEdits(html: string, edits: readonly Edit[]): string {
  let at = 0;
  let edited = '';
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    edited += html.slice(at, start) + text;
    at = end;
  }
  return edited + html.slice(at);
}
