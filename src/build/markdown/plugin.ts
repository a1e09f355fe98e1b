import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  defineHastPlugin,
  defineMdastPlugin,
  type Features,
  type HastPluginEntry,
  type MdastPluginEntry,
} from 'satteri';
import { findRepositoryRoot } from '~/build/site/source-address';
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
  /** Whether the author said so; else each text runs in its own direction. */
  isLangGiven?: boolean;
  /** The repository's address on the web, or ''. */
  repository?: string;
}

/** What `render(entry)` returns as `remarkPluginFrontmatter.runsheet`. */
export type RunsheetData = PageData;

/** Lines that stand before what the parser was given: Astro takes the front matter off, and blank lines at the ends. */
function countLinesBefore(whole: string, given: string): number {
  const at = whole.lastIndexOf(given.trimEnd());
  return at < 0 ? 0 : whole.slice(0, at).split('\n').length - 1;
}

const isDecodable = (address: string): boolean => {
  try {
    return decodeURI(address) !== '';
  } catch {
    return false;
  }
};

/** Astro decodes the addresses of images, and stops at one that it cannot: it is not told of it. The page's own plugin reads all anew. */
const hideImages = defineMdastPlugin({
  name: 'runsheet-images',
  image(node, context) {
    if (!isDecodable(node.url)) context.setProperty(node, 'url', '');
  },
});

/** How to parse, and with which plugins: what Sätteri and Astro's processor of it take. */
interface Markdown {
  mdastPlugins: MdastPluginEntry[];
  hastPlugins: HastPluginEntry[];
  features: Features;
}

/**
 * What Sätteri needs to turn the files under `content/` into pages that can be run; other Markdown stays as it is.
 *
 * The tree is read anew from the source: what Sätteri hands to plugins are frozen views of memory in Rust, and to copy them
 * takes ten times as long as to parse. So what plugins before this one did to the tree is not kept.
 *
 * The page goes to `remarkPluginFrontmatter.runsheet`, with what is wrong in it: the loader reports that before anything is built.
 */
export function runsheetMarkdown(options: MarkdownOptions): Markdown {
  const {
    base,
    lang = 'en',
    isLangGiven = lang !== 'en',
    repository = '',
    root: projectRoot = process.cwd(),
  } = options;
  const contentDir = path.resolve(projectRoot, options.contentDir);
  const repositoryRoot = findRepositoryRoot(contentDir, projectRoot);
  const site = { contentDir, base, lang, isLangGiven, repository, repositoryRoot };
  const anchorsOf = createAnchorReader();
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
      const read = { source, shown, id: pageIdOf(contentPath), isMdx, linesBefore };
      const data = transformPage(page, read, { ...site, path: file, anchorsOf });
      const { astro } = ctx.data;
      if (astro) {
        astro.frontmatter = { ...astro.frontmatter, runsheet: data };
        astro.localImagePaths.clear();
        for (const image of data.images ?? []) astro.localImagePaths.add(image);
      }
      ctx.replaceNode(root, isMdx ? page : collapseTree(page));
    },
  });
  return { mdastPlugins: [hideImages], hastPlugins: [plugin], features };
}
