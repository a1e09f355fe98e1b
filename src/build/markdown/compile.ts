import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { markdownToHtml, mdxToJs } from 'satteri';
import { splitFrontMatter } from './front-matter';
import { findMdxFault, withoutModules } from './mdx-fault';
import { isMdxPath } from './page-path';
import { type MarkdownOptions, runsheetMarkdown } from './plugin';
import type { Problem } from './problem';
import type { PageData } from './transform';

/** A page compiled by itself, without a site around it. */
export interface Compiled {
  /** HTML of a `.md` file, a module's code of an `.mdx` file. */
  output: string;
  data: PageData;
  /** Whether it is run as a module: an `.mdx` file that is not valid is shown as plain Markdown. */
  isMdx: boolean;
}

/** Compiles files as the site does, but for images. */
export function createCompiler(options: MarkdownOptions): (file: string) => Compiled {
  const { mdastPlugins, hastPlugins, features } = runsheetMarkdown(options);
  const root = options.root ?? process.cwd();
  return (file) => {
    const frontmatter: { runsheet?: PageData } = {};
    const astro = {
      frontmatter,
      headings: [],
      localImagePaths: new Set<string>(),
      remoteImagePaths: new Set<string>(),
    };
    const compileOptions = { mdastPlugins, hastPlugins, features, fileURL: pathToFileURL(file), data: { astro } };
    const source = readFileSync(file, 'utf8');
    const { body } = splitFrontMatter(source);
    const fault = isMdxPath(file) ? findMdxFault(source, file) : undefined;
    const isMdx = isMdxPath(file) && !fault;
    const output = isMdx
      ? mdxToJs(body, compileOptions)
      : markdownToHtml(fault ? withoutModules(body) : body, compileOptions);
    const page = astro.frontmatter.runsheet;
    if (output instanceof Promise || !page) throw new Error(`${file} is no page below ${options.contentDir}.`);
    const shown = path.relative(root, file).replaceAll(path.sep, '/');
    const found: Problem[] = fault ? [{ severity: 'broken', file: shown, ...fault }] : [];
    const data = { ...page, problems: [...found, ...page.problems] };
    return { output: 'html' in output ? output.html : output.code, data, isMdx };
  };
}
