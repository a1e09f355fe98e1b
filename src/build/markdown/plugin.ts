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
import { contentPathOf } from './page-path';
import { createPageReader, type MarkdownOptions } from './read-page';
import { features } from './tree';

const isDecodable = (address: string): boolean => {
  try {
    return decodeURI(address) !== '';
  } catch {
    return false;
  }
};

/** Hides images whose address Astro cannot decode: it would stop at them. The page's own plugin reads the whole file anew. */
const hideImages = defineMdastPlugin({
  name: 'runsheet-images',
  image(node, context) {
    if (!isDecodable(node.url)) context.setProperty(node, 'url', '');
  },
});

/** The options of parsing, and the plugins, as Sätteri and Astro's processor for it take them. */
interface Markdown {
  mdastPlugins: MdastPluginEntry[];
  hastPlugins: HastPluginEntry[];
  features: Features;
}

/**
 * Returns the plugins and options with which Sätteri turns the `.mdx` files under `content/` into pages that can be run; other
 * Markdown stays as it is. The loader (loader.ts), which renders `.md` files by itself, has reported the faults of such a file before.
 *
 * The tree is read anew from the source: Sätteri hands plugins frozen views of memory in Rust, and copying them takes ten times as
 * long as parsing. So changes that earlier plugins made to the tree are lost.
 */
export function runsheetMarkdown(options: MarkdownOptions): Markdown {
  const contentDir = path.resolve(options.root ?? process.cwd(), options.contentDir);
  const readPage = createPageReader(options);
  const plugin = defineHastPlugin({
    name: 'runsheet',
    before(root, ctx) {
      const file = ctx.fileURL && fileURLToPath(ctx.fileURL);
      if (!file || ctx.sourceFormat !== 'mdx' || contentPathOf(file, contentDir, options.folders) === undefined) return;
      const { tree, data } = readPage(file, readFileSync(file, 'utf8'));
      const { astro } = ctx.data;
      astro?.localImagePaths.clear();
      for (const image of data.images ?? []) astro?.localImagePaths.add(image);
      ctx.replaceNode(root, tree);
    },
  });
  return { mdastPlugins: [hideImages], hastPlugins: [plugin], features };
}
