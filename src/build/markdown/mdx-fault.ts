import { existsSync } from 'node:fs';
import path from 'node:path';
import { mdxToJs } from 'satteri';
import { messageOf } from '~/build/message-of';
import { sourceFolder } from '~/build/source-folder';
import { splitFrontMatter } from './front-matter';
import { findLooseNames, isKnownName } from './loose-names';
import { normalizeBody } from './normalize';
import { tabNames } from './tabs';
import { features, parseTree, walk } from './tree';
import { readValuesOfMdx } from './values';

/** The reason why a file is not valid MDX, or would fail when it is run; `line` of the file. */
export interface MdxFault {
  line: number;
  message: string;
}

const endings = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.astro', '.md', '.mdx', '.json', '/index.ts', '/index.js'];
const imported = /^[ \t]*(?:import|export)\b[^'"\n]*?(?:from\s*)?['"](\.{1,2}\/[^'"?]+|~\/[^'"?]+)['"?]/gm;

/** A file that the page imports and that is not there; `~/` is the engine's source. */
function findMissingImport(body: string, file: string): MdxFault | undefined {
  for (const match of body.matchAll(imported)) {
    const [, wanted = ''] = match;
    const from = wanted.startsWith('~/')
      ? path.join(sourceFolder, wanted.slice(2))
      : path.resolve(path.dirname(file), wanted);
    if (endings.some((ending) => existsSync(from + ending))) continue;
    const line = body.slice(0, match.index).split('\n').length;
    return { line, message: `Expected to import a file, found \`${wanted}\`, which does not exist.` };
  }
  return undefined;
}

/** Reads the parser's message, "4:17: …", without the parser's own code at its end. */
function describeSyntax(error: unknown): MdxFault {
  const said = messageOf(error);
  const [, line = '1', what = said] = /^(\d+):\d+: (.*)/s.exec(said) ?? [];
  const plain = what.replace(/\s*\([\w-]+:[\w-]+\)$/, '').replace(/(?<![.?!])$/, '.');
  const message = `This is not valid MDX: ${plain} In \`.mdx\`, \`<\` and \`{\` begin code: write \`\\<\` and \`\\{\`, or name the file \`.md\`.`;
  return { line: Number(line), message };
}

function findInBody(body: string, file: string): MdxFault | undefined {
  try {
    mdxToJs(normalizeBody(body), { features });
  } catch (error) {
    return describeSyntax(error);
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
  return unknown ?? findMissingImport(body, file);
}

/** Finds the fault that keeps an `.mdx` file from being run: one such page would otherwise take the whole site down. */
export function findMdxFault(source: string, file: string): MdxFault | undefined {
  const { body, bodyLine } = splitFrontMatter(source);
  const fault = findInBody(body, file);
  return (
    fault && {
      line: bodyLine + fault.line,
      message: `${fault.message} Until then the page is shown as plain Markdown.`,
    }
  );
}

/** The body of such a file as plain Markdown: without the lines of code, which mean nothing to a reader. */
export const withoutModules = (body: string): string =>
  body.replace(/^(?:import|export)\s[^\n]*(?:from\s*)?['"][^'"\n]*['"];?[ \t]*\r?$/gm, '');
