import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineHastPlugin, type Features, type HastPluginEntry } from 'satteri';
import { ContentError, showProblem } from './problem';
import { contentPathOf, pageIdOf } from './page-path';
import { collapseTree } from './serialize';
import { createAnchorReader } from './target-anchors';
import { type PageData, transformPage } from './transform';
import { features, parseTree } from './tree';

export interface MarkdownOptions {
  /** The content folder: absolute, or relative to `root`. */
  contentDir: string;
  /** The site's base path: "/" or "/docs". */
  base: string;
  /** The project's folder, to which files are named in messages; else the current one. */
  root?: string;
  /** The site's language; else English. */
  lang?: string;
  /** Told what is wrong with an `.mdx` page; else errors are thrown and warnings go to the console. */
  report?: (data: PageData) => void;
}

/** What `render(entry)` returns as `remarkPluginFrontmatter.runsheet`. */
export type RunsheetData = PageData;

/** Lines that stand before what the parser was given: Astro takes the front matter off, and blank lines at the ends. */
function countLinesBefore(whole: string, given: string): number {
  const at = whole.lastIndexOf(given.trimEnd());
  return at < 0 ? 0 : whole.slice(0, at).split('\n').length - 1;
}

/** Throws what is wrong with a page; its warnings go to the console, each once. */
function createReporter(): (data: PageData) => void {
  const said = new Set<string>();
  return ({ problems }) => {
    for (const problem of problems) {
      const line = showProblem(problem);
      if (problem.severity === 'warning' && !said.has(line)) process.stderr.write(`${line}\n`);
      said.add(line);
    }
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new ContentError(errors);
  };
}

/**
 * What Sätteri needs to turn the files under `content/` into pages that can be run; other Markdown stays as it is.
 *
 * The tree is read anew from the source: what Sätteri hands to plugins are frozen views of memory in Rust, and to copy them
 * takes ten times as long as to parse. So what plugins before this one did to the tree is not kept.
 *
 * The page goes to `remarkPluginFrontmatter.runsheet`. What is wrong in a `.md` file goes there as well, because Astro
 * only logs what is thrown while it renders one: the loader reports it. In `.mdx`, which Astro renders later, it is thrown.
 */
export function runsheetMarkdown(options: MarkdownOptions): { hastPlugins: HastPluginEntry[]; features: Features } {
  const { base, lang = 'en', root: projectRoot = process.cwd() } = options;
  const contentDir = path.resolve(projectRoot, options.contentDir);
  const anchorsOf = createAnchorReader();
  const report = options.report ?? createReporter();
  const plugin = defineHastPlugin({
    name: 'runsheet',
    before(root, ctx) {
      const file = ctx.fileURL && fileURLToPath(ctx.fileURL);
      const contentPath = file && contentPathOf(file, contentDir);
      if (!contentPath) return;
      const source = readFileSync(file, 'utf8');
      const isMdx = ctx.sourceFormat === 'mdx';
      const shown = path.relative(projectRoot, file).replaceAll(path.sep, '/');
      const linesBefore = countLinesBefore(source, ctx.source);
      const page = parseTree(ctx.source, isMdx);
      const context = { path: file, contentDir, base, anchorsOf };
      const data = transformPage(page, { source, shown, id: pageIdOf(contentPath), isMdx, linesBefore }, context, lang);
      const { astro } = ctx.data;
      if (astro) astro.frontmatter = { ...astro.frontmatter, runsheet: data };
      if (isMdx) report(data);
      ctx.replaceNode(root, isMdx ? page : collapseTree(page));
    },
  });
  return { hastPlugins: [plugin], features };
}
