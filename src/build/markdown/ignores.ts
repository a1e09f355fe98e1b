import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { splitFrontMatter } from './front-matter';

/** A comment that silences a rule: `<!-- runsheet-ignore rule: reason -->`, in MDX within braces. */
export interface Ignore {
  rule: string;
  reason: string;
  /** The comment's own line, from 1. */
  line: number;
  /** The line that the comment is about: its own or, for a comment that stands alone, the next one with text. */
  next: number;
  /** True for a comment that stands alone before all other text: it is about the whole page. */
  isWhole: boolean;
}

const comment = /(?:<!--|\/\*)\s*runsheet-ignore\b\s*([\w-]*)\s*(?::\s*([^]*?))?\s*(?:-->|\*\/)/g;

/** The comments of a file, wherever the parser finds a comment: those in code are text. */
export function readIgnores(source: string, isMdx: boolean): Ignore[] {
  if (!source.includes('runsheet-ignore')) return [];
  const { body, bodyLine } = splitFrontMatter(source);
  const lines = body.split('\n');
  const isText = (line: string) => line.trim() !== '' && !/^\s*(?:<!--|\{\/\*)/.test(line);
  const first = lines.findIndex(isText);
  const ignores: Ignore[] = [];
  const visit = (node: MdastNode): void => {
    if (['html', 'mdxFlowExpression', 'mdxTextExpression'].includes(node.type) && 'value' in node) {
      const start = (node.position?.start.line ?? 1) - 1;
      for (const { 1: rule = '', 2: reason = '', index } of String(node.value).matchAll(comment)) {
        const at = start + String(node.value).slice(0, index).split('\n').length - 1;
        const isAlone = !isText(lines[at] ?? '');
        const next = isAlone ? lines.findIndex((line, i) => i > at && isText(line)) : at;
        ignores.push({
          rule,
          reason,
          line: bodyLine + at + 1,
          next: bodyLine + next + 1,
          isWhole: isAlone && at < first,
        });
      }
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit((isMdx ? mdxToMdast : markdownToMdast)(body, { features: { frontmatter: false } }));
  return ignores;
}

/** Tells whether a comment silences a rule's finding on a line. */
export const silences = (ignore: Ignore, rule: string, line: number): boolean =>
  ignore.rule === rule && ignore.reason !== '' && (ignore.isWhole || ignore.next === line);
