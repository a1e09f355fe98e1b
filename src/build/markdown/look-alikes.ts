import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { splitFrontMatter } from './front-matter';
import { readIgnores, silences } from '~/build/check/ignores';
import { normalizeBody } from './normalize';

/** A line that looks like an item but is not one. */
export interface LookAlike {
  /** The line of the file, from 1. */
  line: number;
  message: string;
  /** The line as it should read, without its ending; only where nothing else can have been meant. */
  repaired: string | undefined;
  /** True where a comment says that the line is meant so. */
  isSilenced: boolean;
}

const bullet = String.raw`^((?:\s|>)*)([-*+]|\d{1,9}[.)])`;
/** Blanks that a keyboard or a copy leaves in place of a space: a no-break space, a space of Chinese or Japanese. */
const otherBlank = String.raw`[^\S \t\r\n]`;
/** Brackets with nothing or other blanks than one space in them. */
const hollow = String.raw`\[(?! \])[\s\u00a0]*\]`;

interface Form {
  pattern: RegExp;
  /** A description of what was found; `replacement` is there only where the repair is safe. */
  found: string;
  repair: string;
  replacement?: string;
}

/** A line that is right by itself, and no item where it stands. */
const takenIn: Form = {
  pattern: new RegExp(String.raw`${bullet}[ \t]+\[[ xX]\][ \t]+(?=\S)`),
  found: 'a line that the text or the HTML above it takes in',
  repair: 'put a blank line before it',
};
/** Such a line beneath one that opens a folded part or a tab for MkDocs, which indents by four blanks what is in it. */
const indented: Form = {
  ...takenIn,
  found: 'a line that is indented so far that it is code',
  repair: 'take the blanks before it away',
};

const forms: Form[] = [
  {
    pattern: new RegExp(String.raw`${bullet}([ \t]+)${hollow}[ \t]+(?=\S)`),
    found: 'brackets without exactly one space in them',
    repair: 'write `- [ ] text`',
    replacement: '$1$2$3[ ] ',
  },
  {
    pattern: new RegExp(String.raw`${bullet}([ \t]+)\[(?=[ \t]|[xX][ \t])[ \t]*[xX][ \t]*\][ \t]+(?=\S)`),
    found: 'blanks beside the `x` in the brackets',
    repair: 'write `- [x] text`',
    replacement: '$1$2$3[x] ',
  },
  {
    pattern: new RegExp(String.raw`${bullet}[ \t]+\[[✓✔√☑✅]\ufe0f?\][ \t]+(?=\S)`, 'u'),
    found: 'brackets with another sign than `x` in them',
    repair: 'write `- [x] text`',
  },
  {
    pattern: new RegExp(String.raw`${bullet}\[([ xX])\][ \t]+(?=\S)`),
    found: 'no space before the brackets',
    repair: 'write `- [ ] text`',
    replacement: '$1$2 [$3] ',
  },
  {
    pattern: new RegExp(String.raw`${bullet}([ \t]+)\\\[([ xX])\\\][ \t]+(?=\S)`),
    found: 'escaped brackets',
    repair: 'write `- [ ] text` without backslashes',
    replacement: '$1$2$3[$4] ',
  },
  {
    pattern: new RegExp(String.raw`${bullet}[ \t]+\[[ xX]\](?=[\p{L}\p{N}*_"'\x60])`, 'u'),
    found: 'no space after the brackets',
    repair: 'write `- [ ] text`',
  },
  {
    pattern: new RegExp(
      String.raw`${bullet}(?:[ \t]*${otherBlank}\s*\[([ xX])\]\s*|[ \t]+\[([ xX])\][ \t]*${otherBlank}\s*)(?=\S)`,
    ),
    found: 'a blank beside the brackets that is no plain space',
    repair: 'write `- [ ] text`',
    replacement: '$1$2 [$3$4] ',
  },
  {
    pattern: new RegExp(String.raw`${bullet}[ \t]+(?:\[[ \u00a0xX]?\]|\\\[[ xX]?\\\])[ \t]*$`),
    found: 'a box without text',
    repair: 'write what is to be done after it',
  },
  {
    pattern: new RegExp(String.raw`${bullet}[ \t]+[☐□▢]\s*(?=\S)`, 'u'),
    found: 'a box that is a character',
    repair: 'write `- [ ] text`',
  },
  {
    pattern: /^(\s*)\[[ xX]\][ \t]+(?=\S)/,
    found: 'a box without a list',
    repair: 'put `- ` before it',
  },
  takenIn,
  {
    pattern: /\|\s*(?:\[ ?\]|☐)[ \t]+(?!\[ ?\]|☐)[^|[☐\s][^|[☐]*(?=\|)/u,
    found: 'one box with a text in a table cell',
    repair: 'write `[ ] Yes [ ] No` for a choice, or `[ ]` alone',
  },
];

type Span = readonly [start: number, end: number];

const isOpaque = (node: MdastNode): boolean =>
  node.type === 'html'
    ? /^\s*<(?:[!?]|pre|script|style)/i.test(node.value)
    : ['code', 'inlineCode', 'definition', 'mdxFlowExpression', 'mdxjsEsm', 'math'].includes(node.type);

const container = /^(?:!!!|\?\?\?\+?|===\+?)\s/;

/** Tells whether lines of code by their indent stand in a container of MkDocs: the last line before them without an indent opens one. */
const isInContainer = (lines: readonly string[], first: number): boolean =>
  container.test(lines.slice(0, first - 1).findLast((line) => /^\S/.test(line)) ?? '');

const openingFence = /^(?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*(?:`{3}|~{3})/;

/**
 * Reads the parser's view of the text: the lines that are code or comment, those that are code by the indent of a container alone, and the
 * lines on which an item begins.
 */
function readTree(body: string, isMdx: boolean): { opaque: Span[]; indentedCode: Span[]; items: Set<number> } {
  const opaque: Span[] = [];
  const indentedCode: Span[] = [];
  const items = new Set<number>();
  const lines = body.split('\n');
  const visit = (node: MdastNode): void => {
    const { position } = node;
    // Code and tags within a line leave its beginning visible.
    const isWithinLine = ['inlineCode', 'html'].includes(node.type) && position?.start.line === position?.end.line;
    if (position && isOpaque(node) && !isWithinLine) {
      const { start, end } = position;
      const isFenced = node.type !== 'code' || openingFence.test(lines[start.line - 1] ?? '');
      (!isFenced && isInContainer(lines, start.line) ? indentedCode : opaque).push([start.line, end.line]);
    }
    if (position && node.type === 'listItem' && typeof node.checked === 'boolean') items.add(position.start.line);
    if ('children' in node) node.children.forEach(visit);
  };
  visit((isMdx ? mdxToMdast : markdownToMdast)(normalizeBody(body), { features: { frontmatter: false } }));
  return { opaque, indentedCode, items };
}

/**
 * Finds the lines that look like items and are none. The parser has the last word on what is code, comment or an item; it is
 * asked only about lines that are not among those already `known` to begin an item.
 */
export function findLookAlikes(
  source: string,
  { isMdx = false } = {},
  known: ReadonlySet<number> = new Set(),
): LookAlike[] {
  const { body, bodyLine } = splitFrontMatter(source);
  const candidates = body.split('\n').flatMap((text, i) => {
    const line = text.replace(/\r$/, '');
    const form = known.has(bodyLine + i + 1) ? undefined : forms.find(({ pattern }) => pattern.test(line));
    return form ? [{ line, number: i + 1, form }] : [];
  });
  if (candidates.length === 0) return [];
  const { opaque, indentedCode, items } = readTree(body, isMdx);
  const isWithin = (spans: Span[], number: number) => spans.some(([start, end]) => start <= number && number <= end);
  const isReal = (number: number) => items.has(number) || isWithin(opaque, number);
  const ignores = readIgnores(source, isMdx);
  return candidates
    .filter(({ number }) => !isReal(number))
    .flatMap((candidate) => {
      if (!isWithin(indentedCode, candidate.number)) return [candidate];
      return candidate.form === takenIn ? [{ ...candidate, form: indented }] : [];
    })
    .map(({ line, number, form: { pattern, replacement, found, repair } }) => ({
      line: bodyLine + number,
      message: `This looks like an item and is none. Expected \`- [ ] text\`, found ${found}: ${repair}. (look-alike)`,
      repaired: replacement === undefined ? undefined : line.replace(pattern, replacement),
      isSilenced: ignores.some((ignore) => silences(ignore, 'look-alike', bodyLine + number)),
    }));
}

/** Repairs the safe ones that no comment silences; every other byte, line endings included, stays as it is. */
export function repairLookAlikes(source: string, { isMdx = false } = {}): { source: string; repaired: number[] } {
  const lines = source.split('\n');
  const repaired: number[] = [];
  for (const found of findLookAlikes(source, { isMdx })) {
    if (found.repaired === undefined || found.isSilenced) continue;
    const ending = lines[found.line - 1]?.endsWith('\r') ? '\r' : '';
    lines[found.line - 1] = found.repaired + ending;
    repaired.push(found.line);
  }
  return { source: lines.join('\n'), repaired };
}
