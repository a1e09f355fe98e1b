import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { withSlash } from '~/build/with-slash';
import { writeHeadersFile } from '~/build/hosts/write-headers';

/**
 * The files that hosts read from the site's folder: the headers of Netlify and Cloudflare Pages, and the sign by which GitHub Pages
 * leaves folders that begin with an underscore in place.
 */
export function hostFiles(): AstroIntegration {
  let base = '/';
  return {
    name: 'host-files',
    hooks: {
      'astro:config:done': ({ config }) => void (base = withSlash(config.base)),
      'astro:build:done': async ({ dir }) => {
        await writeFile(new URL('_headers', dir), writeHeadersFile(base));
        await writeFile(new URL('.nojekyll', dir), '');
      },
    },
  };
}
