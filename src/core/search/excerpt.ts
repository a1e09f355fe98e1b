import { foldWord, readTokens, type Token } from './tokens';
import type { Match } from './matches';

/** A piece of text, and whether it is a match. */
export interface Segment {
  text: string;
  found: boolean;
}

/** The tokens at which something was found, by their index; `location` is that of the first. */
function findTokens(tokens: readonly Token[], location: number, matches: readonly Match[]): Set<number> {
  const found = new Set<number>();
  for (const { at, length } of matches)
    for (let i = at - location; i < at - location + length; i++) if (i >= 0 && i < tokens.length) found.add(i);
  return found;
}

/** A stretch of text in pieces; words found side by side are one piece. */
function cutPieces(
  text: string,
  tokens: readonly Token[],
  found: ReadonlySet<number>,
  start: number,
  end: number,
): Segment[] {
  const segments: Segment[] = [];
  let at = start;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !found.has(i) || token.start < start || token.end > end) continue;
    let last = i;
    while (found.has(last + 1) && (tokens[last + 1]?.end ?? Infinity) <= end) last++;
    const until = tokens[last]?.end ?? token.end;
    if (token.start > at) segments.push({ text: text.slice(at, token.start), found: false });
    segments.push({ text: text.slice(token.start, until), found: true });
    at = until;
    i = last;
  }
  if (at < end) segments.push({ text: text.slice(at, end), found: false });
  return segments;
}

/** Returns a place's own text with the matches in it marked. */
export function markText(text: string, location: number, matches: readonly Match[]): Segment[] {
  const tokens = readTokens(text);
  return cutPieces(text, tokens, findTokens(tokens, location, matches), 0, text.length);
}

/** The approximate length of an excerpt, in UTF-16 units, and the length of its part before the first word found. */
const lengths = { all: 150, before: 40 };

/** Returns the token from which an excerpt covers the most matches. */
function findStart(tokens: readonly Token[], found: readonly number[]): number {
  const counted = found.map((i) => {
    const reach = (tokens[i]?.start ?? 0) + lengths.all - lengths.before;
    const words = found.filter((other) => other >= i && (tokens[other]?.end ?? Infinity) <= reach);
    return { i, count: new Set(words.map((other) => foldWord(tokens[other]?.word ?? ''))).size };
  });
  return counted.toSorted((a, b) => b.count - a.count || a.i - b.i)[0]?.i ?? 0;
}

/**
 * Returns one line of the text beneath a place, around the matches in it, with these marked; its beginning if nothing matched. The text's
 * first word stands at `location`.
 */
export function cutExcerpt(text: string, location: number, matches: readonly Match[]): Segment[] {
  const tokens = readTokens(text);
  const found = findTokens(tokens, location, matches);
  const first = tokens[findStart(tokens, [...found])];
  const near = Math.max(0, (first?.start ?? 0) - lengths.before);
  const start = near === 0 ? 0 : (tokens.find((token) => token.start >= near)?.start ?? 0);
  const reach = start + lengths.all;
  const end = reach >= text.length ? text.length : (tokens.findLast((token) => token.end <= reach)?.end ?? reach);
  const pieces = cutPieces(text, tokens, found, start, end).map((piece) => ({
    ...piece,
    text: piece.text.replace(/\s+/g, ' '),
  }));
  const dots = { text: '…', found: false };
  return [...(start > 0 ? [dots] : []), ...pieces, ...(end < text.length ? [dots] : [])];
}

/** Returns the words that were found in a text, folded, so that they can be marked on the page. */
export function foundWords(text: string, location: number, matches: readonly Match[]): string[] {
  const tokens = readTokens(text);
  return [...new Set([...findTokens(tokens, location, matches)].map((i) => foldWord(tokens[i]?.word ?? '')))];
}
