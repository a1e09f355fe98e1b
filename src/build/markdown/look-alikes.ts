import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { splitFrontMatter } from './front-matter';
import { readIgnores, silences } from './ignores';
import { boxLike, type Form, forms, takenIn } from './look-alike-forms';
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

/** The width of the blanks that a line begins with: a tab leads to the next fourth column. */
const indentOf = (line: string): number =>
  [...(/^[ \t]*/.exec(line)?.[0] ?? '')].reduce(
    (width, sign) => (sign === '\t' ? width + 4 - (width % 4) : width + 1),
    0,
  );

/** The column at which the text of a list item begins: what is to stand in the item begins there too. */
const textColumnOf = (line: string): number =>
  indentOf(line) + (/^(?:[-*+]|\d{1,9}[.)])[ \t]/.exec(line.trimStart())?.[0].length ?? 0);

const tooFar = (became: string, blanks: number): Form => ({
  ...takenIn,
  found: `a line that is indented so far that ${became}`,
  repair: blanks > 0 ? `put ${blanks} blanks before it` : 'take the blanks before it away',
});

/** The parser's view of a text. */
interface Reading {
  /** The lines that are code or comment. */
  opaque: Span[];
  /** The lines that would begin an item, were they not indented so far. */
  indented: Map<number, Form>;
  /** The lines on which an item begins. */
  items: Set<number>;
}

function readTree(body: string, isMdx: boolean): Reading {
  const { opaque, indented, items }: Reading = { opaque: [], indented: new Map(), items: new Set() };
  const lines = body.split('\n');
  const lineAt = (number: number): string => lines[number - 1] ?? '';
  // `column`: where the text of the list item around the node begins, 0 outside of lists.
  const visit = (node: MdastNode, column: number): void => {
    const { position } = node;
    if (position) {
      const { start, end } = position;
      const first = lineAt(start.line);
      // Code and tags within a line leave its beginning visible.
      const isWithinLine = ['inlineCode', 'html'].includes(node.type) && start.line === end.line;
      if (isOpaque(node) && !isWithinLine) {
        opaque.push([start.line, end.line]);
        const isByIndent = node.type === 'code' && !openingFence.test(first);
        const isMeant = indentOf(first) < column || (column === 0 && !isInContainer(lines, start.line));
        for (let line = start.line; isByIndent && !isMeant && line <= end.line; line++) {
          indented.set(line, tooFar('it is code', column + indentOf(lineAt(line)) - indentOf(first)));
        }
      }
      for (let line = start.line + 1; node.type === 'paragraph' && line <= end.line; line++) {
        if (indentOf(lineAt(line)) >= column + 4) indented.set(line, tooFar('the text above it takes it in', column));
      }
      if (node.type === 'listItem' && typeof node.checked === 'boolean') items.add(start.line);
    }
    const inner = position && node.type === 'listItem' ? textColumnOf(lineAt(position.start.line)) : column;
    if ('children' in node) for (const child of node.children) visit(child, inner);
  };
  visit((isMdx ? mdxToMdast : markdownToMdast)(normalizeBody(body), { features: { frontmatter: false } }), 0);
  return { opaque, indented, items };
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
    const isAsked = boxLike.test(line) && !known.has(bodyLine + i + 1);
    const form = isAsked ? forms.find(({ pattern }) => pattern.test(line)) : undefined;
    return form ? [{ line, number: i + 1, form }] : [];
  });
  if (candidates.length === 0) return [];
  const { opaque, indented, items } = readTree(body, isMdx);
  const isWithin = (spans: Span[], number: number) => spans.some(([start, end]) => start <= number && number <= end);
  const ignores = readIgnores(source, isMdx);
  return candidates
    .map((candidate) => {
      const far = candidate.form === takenIn ? indented.get(candidate.number) : undefined;
      return {
        ...candidate,
        form: far ?? candidate.form,
        isReal: far === undefined && isWithin(opaque, candidate.number),
      };
    })
    .filter(({ number, isReal }) => !isReal && !items.has(number))
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
