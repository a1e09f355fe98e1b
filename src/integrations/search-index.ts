import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Builds the search index from the finished site, down to the anchors of single items. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const { index, errors } = await createIndex({});
        if (index === undefined) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
        const { page_count: pages, errors: unread } = await index.addDirectory({ path: site });
        if (unread.length > 0) throw new Error(`The search index could not read the site: ${unread.join('; ')}`);
        await index.writeFiles({ outputPath: `${site}pagefind` });
        await close();
        logger.info(`${pages} pages can be searched`);
      },
    },
  };
}
