import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mdxToJs } from 'satteri';
import { splitFrontMatter } from '~/build/markdown/front-matter';
import { lintPage } from './lint';
import { isPagePath, kinds, pageIdOf } from '~/build/markdown/page-path';
import { runsheetMarkdown } from '~/build/markdown/plugin';
import type { Problem } from '~/build/markdown/problem';
import { createPageReader, type MarkdownOptions } from '~/build/markdown/read-page';
import { serializeTree } from '~/build/markdown/serialize';
import type { PageData } from '~/build/markdown/transform';

/** A page compiled by itself, without a site around it. */
export interface Compiled {
  /** HTML of a `.md` file, a module's code of an `.mdx` file. */
  output: string;
  data: PageData;
}

/** Compiles files as the site does, but for images. */
export function createCompiler(options: MarkdownOptions): (file: string) => Compiled {
  const readPage = createPageReader(options);
  const { hastPlugins, features } = runsheetMarkdown(options);
  return (file) => {
    const source = readFileSync(file, 'utf8');
    const { tree, data } = readPage(file, source);
    if (!file.endsWith('.mdx')) return { output: serializeTree(tree), data };
    const { body } = splitFrontMatter(source);
    const output = mdxToJs(body, { hastPlugins, features, fileURL: pathToFileURL(file) });
    if (output instanceof Promise) throw new Error(`${file}: expected a module at once, found a promise.`);
    return { output: output.code, data };
  };
}

/** The paths of all pages below the content folder, in order: "runbooks/a.md". */
export const listPages = (contentDir: string): string[] =>
  kinds
    .filter((kind) => existsSync(path.join(contentDir, kind)))
    .flatMap((kind) =>
      readdirSync(path.join(contentDir, kind), { recursive: true, encoding: 'utf8' })
        .filter(isPagePath)
        .map((name) => `${kind}/${name.replaceAll(path.sep, '/')}`),
    )
    .sort();

/** Two files whose pages would have the same address. */
export function findSameIds(contentDir: string, shownDir: string): Problem[] {
  const byId = Map.groupBy(listPages(contentDir), pageIdOf);
  return [...byId].flatMap(([id, [first, ...others]]) =>
    others.map((other): Problem => {
      const message = `Expected a page address of its own, found that \`${shownDir}/${first}\` has it too: \`${id}\`. Rename one.`;
      return { severity: 'error', file: `${shownDir}/${other}`, line: 1, message };
    }),
  );
}

/** The parser says "4:17: what is wrong", counted from the front matter's end; only MDX has errors. */
export function describeParseError(error: unknown, file: string, shown: string): Problem {
  const said = error instanceof Error ? error.message : String(error);
  const [, line, what = said] = /^(\d+):\d+: (.*)/s.exec(said) ?? [];
  const { bodyLine } = splitFrontMatter(readFileSync(file, 'utf8'));
  const message = `This is not valid MDX: ${what} In \`.mdx\`, \`<\` and \`{\` begin code: write \`\\<\` and \`\\{\`, or name the file \`.md\`.`;
  return { severity: 'error', file: shown, line: line === undefined ? 1 : bodyLine + Number(line), message };
}

/** Everything that is wrong below the content folder, file by file; what could be better too, if told which day it is. */
export function checkContent({ today, ...options }: MarkdownOptions & { root: string; today?: string }): Problem[] {
  const contentDir = path.resolve(options.root, options.contentDir);
  const shownDir = path.relative(options.root, contentDir);
  const compile = createCompiler(options);
  const problems = listPages(contentDir).flatMap((page): readonly Problem[] => {
    try {
      const file = path.join(contentDir, page);
      const { data } = compile(file);
      if (today === undefined) return data.problems;
      const shown = `${shownDir}/${page}`;
      const source = readFileSync(file, 'utf8');
      return [...data.problems, ...lintPage({ source, shown, isMdx: page.endsWith('x') }, data.page, today)];
    } catch (error) {
      return [describeParseError(error, path.join(contentDir, page), `${shownDir}/${page}`)];
    }
  });
  return [...findSameIds(contentDir, shownDir), ...problems];
}
