import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/*
 * The site that ours is measured by: plain Astro with the same Markdown, one collection, one route, no styles, no scripts, and an index
 * that Pagefind makes of it.
 */

const files = (content: string): Record<string, string> => ({
  'package.json': '{ "type": "module" }',
  'astro.config.mjs': `import { satteri } from '@astrojs/markdown-satteri';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';
const search = {
  name: 'search',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const { index } = await createIndex();
      const { page_count } = await index.addDirectory({ path: fileURLToPath(dir) });
      await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind', dir)) });
      await close();
      logger.info(page_count + ' pages: the index took its time');
    },
  },
};
export default { integrations: [search], markdown: { processor: satteri({}), syntaxHighlight: false } };`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { pages: defineCollection({ loader: glob({ pattern: '**/*.md', base: ${JSON.stringify(content)} }) }) };`,
  'src/pages/[...id].astro': `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () => (await getCollection('pages')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
const { Content } = await render(Astro.props.entry);
---
<html lang="en"><head><title>Page</title></head><body><Content /></body></html>`,
});

/** Writes the plain site into a folder; `packages`: the folder of the packages that both sites use. */
export function writePlainSite(root: string, content: string, packages: string): void {
  for (const [name, text] of Object.entries(files(content))) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  // Beside the site and its output, where a build looks for its packages.
  symlinkSync(packages, path.join(path.dirname(root), 'node_modules'));
}
