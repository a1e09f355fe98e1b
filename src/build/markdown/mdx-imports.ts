import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { Root } from 'hast';
import { ResolverFactory } from 'rolldown/experimental';
import { sourceFolder } from '~/build/source-folder';
import { walk } from './tree';

/** The reason why a file is not valid MDX, or would fail when it is run; `line` of the file or of its body, from 1. */
export interface MdxFault {
  line: number;
  message: string;
}

const endings = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.astro', '.md', '.mdx', '.json', '/index.ts', '/index.js'];
/** A line or more of a module that takes something from elsewhere, and from where. */
const imported =
  /^[ \t]*(?:import\s*(?:[\w$*{][\w$*{},\s]*?\bfrom\s*)?|export\s*[*{][\w$*{},\s]*?\bfrom\s*)(['"])(?<wanted>[^'"\n]+)\1/gm;
/** Finds packages as the build does, which stops at one that it does not find. */
const packages = new ResolverFactory({ conditionNames: ['import', 'module', 'node', 'default'] });

/** Tells what is missing of what a page imports; `~/` is the engine's source. */
function describeMissing(wanted: string, file: string): string | undefined {
  if (isBuiltin(wanted) || wanted.startsWith('astro:')) return undefined;
  const engine = path.dirname(sourceFolder);
  if (!/^(?:\.{0,2}|~)\//.test(wanted)) {
    const isFound = [path.dirname(file), engine].some((from) => packages.sync(from, wanted).path !== undefined);
    return isFound ? undefined : `Expected to import a package that is installed, found \`${wanted}\`, which is not.`;
  }
  const [name = ''] = wanted.split('?');
  const places = name.startsWith('~/')
    ? [path.join(sourceFolder, name.slice(2))]
    : [path.resolve(path.dirname(file), name), ...(name.startsWith('/') ? [path.join(engine, name)] : [])];
  const isThere = places.some((place) => endings.some((ending) => existsSync(place + ending)));
  return isThere ? undefined : `Expected to import a file, found \`${wanted}\`, which does not exist.`;
}

/** A component is all that its file gives, and has no name there. */
const namedComponent = /\{(?!\s*default\b)/;

/** Finds the first thing that a page in `.mdx` imports and that is not there: the build would stop at it. `line` of the body. */
export function findMissingImport(tree: Root, file: string): MdxFault | undefined {
  const faults: MdxFault[] = [];
  walk(tree, (node) => {
    if (node.type !== 'mdxjsEsm') return;
    const first = node.position?.start.line ?? 1;
    for (const match of node.value.matchAll(imported)) {
      const wanted = match.groups?.wanted ?? '';
      const isNamed = wanted.endsWith('.astro') && namedComponent.test(match[0]);
      const message = isNamed
        ? `Expected \`import Name from …\`, found braces: \`${wanted}\` holds one component, which has no name of its own.`
        : describeMissing(wanted, file);
      const linesBefore = node.value.slice(0, match.index).split('\n').length - 1;
      if (message !== undefined) faults.push({ line: first + linesBefore, message });
    }
  });
  return faults[0];
}

const fence = /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1|(?![\s\S]))/;
const modules = /^(?:import\s(?:[\w$*{][\w$*{},\s]*?\bfrom\s*)?|(?:import|export)\s[^\n]*)['"][^'"\n]*['"];?[ \t]*\r?$/;
const fencesAndModules = new RegExp(`${fence.source}|${modules.source}`, 'gm');

/**
 * The body of such a file as plain Markdown: without the lines of code that mean nothing to a reader. They are blank then, so that what is
 * said of the lines below names the right ones.
 */
export const withoutModules = (body: string): string =>
  body.replace(fencesAndModules, (found, fenced?: string) =>
    fenced === undefined ? found.replace(/[^\n]/g, '') : found,
  );
