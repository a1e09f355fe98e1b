import { Parser } from 'htmlparser2';

/** An element of a finished page, by its places in the text of the page. */
export interface FoundElement {
  name: string;
  attributes: Record<string, string>;
  /** The place of its first sign, and the one after its last. */
  start: number;
  end: number;
  /** What stands between its tags, as it is written. */
  inner: string;
}

/**
 * The elements of some names in a finished page, in the order in which they begin. Pages are read by a parser alone: what stands in
 * texts, comments, attributes and scripts is never taken for an element.
 */
export function readElements(html: string, names: readonly string[]): FoundElement[] {
  const wanted = new Set(names);
  const found: FoundElement[] = [];
  const open: { element: FoundElement; from: number }[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!wanted.has(name)) return;
      const from = parser.endIndex + 1;
      const element = { name, attributes, start: parser.startIndex, end: from, inner: '' };
      found.push(element);
      open.push({ element, from });
    },
    onclosetag(name, isImplied) {
      const at = wanted.has(name) ? open.findLastIndex(({ element }) => element.name === name) : -1;
      if (at < 0) return;
      for (const { element, from } of open.splice(at, 1)) {
        // An element without a closing tag, as those that hold nothing, ends where that was noticed.
        if (!isImplied) element.end = parser.endIndex + 1;
        element.inner = html.slice(from, Math.max(from, parser.startIndex));
      }
    },
  });
  parser.end(html);
  return found;
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
