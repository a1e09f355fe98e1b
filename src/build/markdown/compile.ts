import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { mdxToJs } from 'satteri';
import { splitFrontMatter } from './front-matter';
import { runsheetMarkdown } from './plugin';
import { createPageReader, type MarkdownOptions } from './read-page';
import { serializeTree } from './serialize';
import type { PageData } from './transform';

/** A page compiled by itself, without a site around it. */
export interface Compiled {
  /** HTML of a `.md` file, a module's code of an `.mdx` file. */
  output: string;
  data: PageData;
  /** True for a file that is run as a module: an `.mdx` file that is not valid is shown as plain Markdown. */
  isMdx: boolean;
}

/** Compiles files as the site does, but for images. */
export function createCompiler(options: MarkdownOptions): (file: string) => Compiled {
  const readPage = createPageReader(options);
  const { mdastPlugins, hastPlugins, features } = runsheetMarkdown(options);
  return (file) => {
    const source = readFileSync(file, 'utf8');
    const { tree, data, isMdx } = readPage(file, source);
    if (!isMdx) return { output: serializeTree(tree), data, isMdx };
    const { body } = splitFrontMatter(source);
    const output = mdxToJs(body, { mdastPlugins, hastPlugins, features, fileURL: pathToFileURL(file) });
    if (output instanceof Promise) throw new Error(`${file}: expected a module at once, found a promise.`);
    return { output: output.code, data, isMdx };
  };
}
