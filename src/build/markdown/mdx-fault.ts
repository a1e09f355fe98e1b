import { mdxToJs } from 'satteri';
import { messageOf } from '~/build/message-of';
import { splitFrontMatter } from './front-matter';
import { findLooseNames, isKnownName } from './loose-names';
import { findMissingImport, type MdxFault } from './mdx-imports';
import { normalizeBody } from './normalize';
import { tabNames } from './tabs';
import { features, parseTree, walk } from './tree';
import { readValuesOfMdx } from './values';

/** Reads the parser's message, "4:17: …", without the parser's own code at its end. `bodyLine`: the lines of the file before the body. */
function describeSyntax(error: unknown, bodyLine: number): MdxFault {
  const said = messageOf(error);
  const [, line = '1', what = said] = /^(\d+):\d+: (.*)/s.exec(said) ?? [];
  const plain = what
    .replace(/\s*\([\w-]+:[\w-]+\)$/, '')
    .replace(/\((\d+):\d+(?:-\d+:\d+)?\)/g, (_, place: string) => `(line ${bodyLine + Number(place)})`)
    .replace(/(?<![.?!])$/, '.');
  const message = `This is not valid MDX: ${plain} In \`.mdx\`, \`<\` and \`{\` begin code: write \`\\<\` and \`\\{\`, or name the file \`.md\`.`;
  return { line: Number(line), message };
}

function findInBody(body: string, bodyLine: number, file: string): MdxFault | undefined {
  try {
    mdxToJs(normalizeBody(body), { features });
  } catch (error) {
    return describeSyntax(error, bodyLine);
  }
  const tree = parseTree(body, true);
  readValuesOfMdx(tree);
  const [loose] = findLooseNames(tree, body);
  if (loose) return { line: loose.node.position?.start.line ?? 1, message: loose.message };
  let unknown: MdxFault | undefined;
  walk(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const name = node.name?.split('.')[0] ?? '';
    if (unknown || !/^[A-Z]/.test(name) || tabNames.includes(name) || isKnownName(name, body)) return;
    const message = `Expected a component that the page imports, found \`<${name}>\`. Import it, or write \`\\<${name}>\`.`;
    unknown = { line: node.position?.start.line ?? 1, message };
  });
  return unknown ?? findMissingImport(tree, file);
}

/** Finds the fault that keeps an `.mdx` file from being run: one such page would otherwise take the whole site down. */
export function findMdxFault(source: string, file: string): MdxFault | undefined {
  const { body, bodyLine } = splitFrontMatter(source);
  const fault = findInBody(body, bodyLine, file);
  return (
    fault && {
      line: bodyLine + fault.line,
      message: `${fault.message} Until then the page is shown as plain Markdown.`,
    }
  );
}
