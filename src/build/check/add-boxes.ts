import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { splitFrontMatter } from '~/build/markdown/front-matter';
import { normalizeBody } from '~/build/markdown/normalize';

const marker = /^((?:\s|>)*\d{1,9}[.)][ \t]+)(?=\S)/;

const childrenOf = (node: MdastNode): MdastNode[] => ('children' in node ? node.children : []);

const isItem = (node: MdastNode): boolean => node.type === 'listItem' && typeof node.checked === 'boolean';

const hasItem = (node: MdastNode): boolean => isItem(node) || childrenOf(node).some(hasItem);

/** The lines, of the body from 1, on which numbered steps begin; what stands within a step or a bullet is a part of it. */
function findStepLines(node: MdastNode): number[] {
  if (node.type !== 'list') return childrenOf(node).flatMap(findStepLines);
  if (!node.ordered) return [];
  return childrenOf(node).flatMap((step) => {
    const line = step.position?.start.line;
    const [first] = childrenOf(step);
    // A box stands before text: a step that begins with code or a table can have none.
    return line !== undefined && first?.type === 'paragraph' && first.position?.start.line === line ? [line] : [];
  });
}

/** Gives a box to each numbered step of a page that has no item yet. Every other byte stays as it is. `added`: lines of the file. */
export function addBoxes(source: string, { isMdx = false } = {}): { source: string; added: number[] } {
  const { body, bodyLine } = splitFrontMatter(source);
  const tree = (isMdx ? mdxToMdast : markdownToMdast)(normalizeBody(body), { features: { frontmatter: false } });
  if (hasItem(tree)) return { source, added: [] };
  const lines = source.split('\n');
  const added = findStepLines(tree).flatMap((line) => {
    const i = bodyLine + line - 1;
    const before = lines[i] ?? '';
    const after = before.replace(marker, '$1[ ] ');
    lines[i] = after;
    return after === before ? [] : [i + 1];
  });
  return { source: lines.join('\n'), added };
}
