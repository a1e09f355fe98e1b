/** A line that Markdown reads as text, list or heading. `line` counts from 1. Tabs are spaces; quote marks are taken off and counted. */
export interface BlockLine {
  line: number;
  text: string;
  quotes: number;
}

const fenceStart = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})/;
const htmlStart =
  /^ {0,3}<\/?(?:details|summary|div|table|thead|tbody|tr|td|th|section|article|aside|center|p|ul|ol|li|h[1-6]|hr|pre|script|style)\b/i;
const quote = /^(?: {0,40}> ?){1,20}/;

/** The reader's mode: in a code block (with the fence that ends it), in a comment, in raw HTML, or in plain Markdown. */
type Mode = { fence: string } | 'comment' | 'html' | 'text';

/** Returns the mode that a line of plain Markdown begins; `text` if it begins no other. */
function beginMode(text: string): Mode {
  const fence = /[`~]{3}/.test(text) ? fenceStart.exec(text)?.[1] : undefined;
  if (fence !== undefined) return { fence };
  if (!text.includes('<')) return 'text';
  if (/^\s*<!--/.test(text)) return 'comment';
  return htmlStart.test(text) ? 'html' : 'text';
}

/** Returns whether a line is the last one of `mode`. Raw HTML lasts to the next blank line. */
function endsMode(mode: Mode, text: string): boolean {
  if (mode === 'comment') return text.includes('-->');
  if (mode === 'html') return text.trim() === '';
  if (mode === 'text') return false;
  const closing = text.trim();
  return closing.startsWith(mode.fence) && closing === closing.charAt(0).repeat(closing.length);
}

/** Returns the number of lines that the front matter takes. */
function skipFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
  return end + 1;
}

/** The lines of a Markdown text that are neither code, nor comment, nor raw HTML, nor front matter. */
export function readBlockLines(lines: readonly string[]): BlockLine[] {
  const read: BlockLine[] = [];
  let mode: Mode = 'text';
  for (let i = skipFrontMatter(lines); i < lines.length; i++) {
    const whole = (lines[i] ?? '').replaceAll('\t', '    ');
    const quoted = whole.includes('>') ? (quote.exec(whole)?.[0] ?? '') : '';
    const text = whole.slice(quoted.length);
    const quotes = quoted === '' ? 0 : quoted.split('>').length - 1;
    if (mode === 'text') {
      mode = beginMode(text);
      if (mode === 'text') read.push({ line: i + 1, text, quotes });
      else if (mode === 'comment' && endsMode(mode, text)) mode = 'text';
    } else if (endsMode(mode, text)) {
      mode = 'text';
      read.push({ line: i + 1, text: '', quotes });
    }
  }
  return read;
}
