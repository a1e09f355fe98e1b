import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withSlash } from '~/build/with-slash';
import { listFiles } from '~/build/list-files';

/** The paths of a finished site's pages, in their order; that of the home page is "". */
const listPaths = (site: string): string[] =>
  listFiles(site)
    .filter((file) => path.basename(file) === 'index.html')
    .map((file) => file.slice(0, -'index.html'.length))
    .toSorted();

/** The sitemap of these pages ("", "runbooks/a/") below an address; the error page is not listed. */
export function writeSitemap(paths: readonly string[], address: URL): string {
  const urls = paths
    .filter((path) => !/^(404|500)\/?$/.test(path))
    .map((path) => `<url><loc>${new URL(path, address).href.replaceAll('&', '&amp;')}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`;
}

/** Makes `sitemap.xml` where the build is told the site's address (SITE_URL): a sitemap's addresses are absolute. */
export function sitemap(): AstroIntegration {
  let address: URL | undefined;
  return {
    name: 'sitemap',
    hooks: {
      'astro:config:done': ({ config: { site, base } }) => {
        address = site === undefined ? undefined : new URL(withSlash(base), site);
      },
      'astro:build:done': async ({ dir }) => {
        if (address === undefined) return;
        await writeFile(new URL('sitemap.xml', dir), writeSitemap(listPaths(fileURLToPath(dir)), address));
      },
    },
  };
}
