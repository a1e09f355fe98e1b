import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withSlash } from '~/build/with-slash';
import { cacheFolder } from '~/build/cache/build-cache';
import { thisEngine } from '~/build/cache/engine-digest';
import { readSite } from '~/build/site/read-site';
import { contentDir } from '~/build/site/site';
import { openKeptSearch } from './kept-search';
import { writeWorker } from './search-worker';
import { writeIndex } from './write-index';

/** The index's file that an address of the development server names, if the last build made it. */
function findFile(site: string, base: string, address = ''): string | undefined {
  const folder = path.join(site, 'pagefind');
  const [below] = address.split('?');
  const prefix = `${withSlash(base)}pagefind/`;
  if (below === undefined || !below.startsWith(prefix)) return undefined;
  const file = path.join(folder, decodeURIComponent(below.slice(prefix.length)));
  return file.startsWith(folder + path.sep) && existsSync(file) ? file : undefined;
}

/**
 * Builds the search index from the finished site, down to the anchors of single items. The development server serves that
 * of the last build.
 */
export function searchIndex(): AstroIntegration {
  let site = '';
  let base = '/';
  let root = '';
  let cacheDir = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
        base = config.base;
        root = fileURLToPath(config.root);
        cacheDir = cacheFolder(config.cacheDir);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const file = findFile(site, base, request.originalUrl ?? request.url);
          if (file === undefined) return next();
          const type = file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
          response.setHeader('content-type', type).end(readFileSync(file));
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const start = performance.now();
        const { lang, synonyms } = readSite(contentDir);
        const kept = openKeptSearch(cacheDir, thisEngine(root));
        const pages = await writeIndex(fileURLToPath(dir), { lang, synonyms, kept });
        if (pages > 0) await writeWorker(path.join(fileURLToPath(dir), 'pagefind'));
        logger.info(
          `${pages} pages can be searched; the index took ${((performance.now() - start) / 1000).toFixed(1)} s`,
        );
      },
    },
  };
}
