import type { Root } from 'hast';
import { type Child, walk } from './tree';

/** The names that every `.mdx` file knows without importing them. */
const given = ['props', 'frontmatter', 'components', 'undefined', 'null', 'true', 'false'];

/** The lines that import or export; the names that a line imports may be on lines of their own. */
const modules = /^(?:import\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?\{[\w$,\s]*\}.*|(?:import|export)\b.*)$/gm;

/** Tells whether a page in `.mdx` knows a name: every page does, or a line imports or exports it. */
export const isKnownName = (name: string, source: string): boolean =>
  given.includes(name) ||
  name in globalThis ||
  [...source.matchAll(modules)].some(([line]) => line.split(/[^\w$]+/).includes(name));

/** Placeholders in braces (`{name}`), which `.mdx` runs as code: the build would stop at them without saying where. */
export function findLooseNames(root: Root, source: string): { node: Child; message: string }[] {
  const found: { node: Child; message: string }[] = [];
  walk(root, (node) => {
    if (node.type !== 'mdxTextExpression' && node.type !== 'mdxFlowExpression') return;
    const name = /^\s*([a-z_$][\w$]*)(?:\.[\w$]+)*\s*$/i.exec(node.value)?.[1];
    if (name === undefined || isKnownName(name, source)) return;
    const message = `Expected text, found \`{${node.value}}\`, which \`.mdx\` runs as code, and nothing here is called \`${name}\`. Write \`\\{${node.value}}\`, or name the file \`.md\`.`;
    found.push({ node, message });
  });
  return found;
}
