const marker = String.raw`(?:[-*+]|\d{1,9}[.)])`;
const emptyBox = new RegExp(String.raw`^(?:[ \t>]|${marker}[ \t])*${marker}[ \t]+\[[ xX]\]$`);
/** Tags that may begin in the middle of a paragraph. */
const blockTags = 'blockquote|center|details|div|h[1-6]|hr|ol|p|pre|section|summary|table|ul';
/** A line that ends the paragraph above it: an empty one, or the beginning of another block. */
const newBlock = new RegExp(
  String.raw`^[ \t>]*(?:$|${marker}(?:[ \t]|$)|#{1,6}(?:[ \t]|$)|\`{3}|~{3}|<[/!?]|<(?:${blockTags})\b|(?:[-*_][ \t]*){3,}$|\[\^)`,
);

/**
 * A file's body as Sätteri reads it rightly. All lines end alike, so that a file has the same items on every system. And a box
 * without text (`- [ ]`), which to GitHub is none, ends in the one way (CR LF, no blanks before) that keeps Sätteri from taking the
 * block beneath it, marker and all, for its text; where the next line goes on with its paragraph, it is that item's text. The lines keep
 * their numbers.
 */
export function normalizeBody(body: string): string {
  const lines = body.split(/\r\n?|\n/);
  const ended = lines.map((line, i) => {
    const trimmed = line.trimEnd();
    if (!emptyBox.test(trimmed)) return line;
    return newBlock.test(lines[i + 1] ?? '') ? `${trimmed}\r` : trimmed;
  });
  return ended.join('\n');
}
