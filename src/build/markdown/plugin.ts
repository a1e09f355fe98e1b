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
 * What Sätteri needs to turn the `.mdx` files under `content/` into pages that can be run; other Markdown stays as it is. What is
 * wrong with such a file the loader has said before (loader.ts), which renders `.md` files by itself.
 *
 * The tree is read anew from the source: what Sätteri hands to plugins are frozen views of memory in Rust, and to copy them
 * takes ten times as long as to parse. So what plugins before this one did to the tree is not kept.
 */
export function runsheetMarkdown(options: MarkdownOptions): Markdown {
  const contentDir = path.resolve(options.root ?? process.cwd(), options.contentDir);
  const readPage = createPageReader(options);
  const plugin = defineHastPlugin({
    name: 'runsheet',
    before(root, ctx) {
      const file = ctx.fileURL && fileURLToPath(ctx.fileURL);
      if (!file || ctx.sourceFormat !== 'mdx' || contentPathOf(file, contentDir) === undefined) return;
      const { tree, data } = readPage(file, readFileSync(file, 'utf8'));
      const { astro } = ctx.data;
      astro?.localImagePaths.clear();
      for (const image of data.images ?? []) astro?.localImagePaths.add(image);
      ctx.replaceNode(root, tree);
    },
  });
  return { mdastPlugins: [hideImages], hastPlugins: [plugin], features };
}
