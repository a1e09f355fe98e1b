import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineHastPlugin, type Features, type HastPluginEntry } from 'satteri';
import { contentPathOf } from './page-path';
import { createPageReader, type MarkdownOptions } from './read-page';
import { features } from './tree';

/**
 * What Sätteri needs to turn the `.mdx` files under `content/` into pages that can be run; other Markdown stays as it is. What is
 * wrong with such a file the loader has said before (loader.ts), which renders `.md` files by itself.
 *
 * The tree is read anew from the source: what Sätteri hands to plugins are frozen views of memory in Rust, and to copy them
 * takes ten times as long as to parse. So what plugins before this one did to the tree is not kept.
 */
export function runsheetMarkdown(options: MarkdownOptions): { hastPlugins: HastPluginEntry[]; features: Features } {
  const contentDir = path.resolve(options.root ?? process.cwd(), options.contentDir);
  const readPage = createPageReader(options);
  const plugin = defineHastPlugin({
    name: 'runsheet',
    before(root, ctx) {
      const file = ctx.fileURL && fileURLToPath(ctx.fileURL);
      if (!file || ctx.sourceFormat !== 'mdx' || contentPathOf(file, contentDir) === undefined) return;
      ctx.replaceNode(root, readPage(file, readFileSync(file, 'utf8')).tree);
    },
  });
  return { hastPlugins: [plugin], features };
}
