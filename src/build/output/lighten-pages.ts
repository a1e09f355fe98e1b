import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { withSlash } from '~/build/with-slash';
import { cacheFolder } from '~/build/cache/build-cache';
import { digestOf } from '~/build/cache/digest';
import { thisCode, thisEngine } from '~/build/cache/engine-digest';
import { keepBundles } from '~/build/cache/kept-bundles';
import { keepRendered } from '~/build/cache/keep-rendered';
import { loadedPages } from '~/build/markdown/loaded-pages';
import { lightenPage } from './lighten-page';

/**
 * Names all that the site's code is made from: the engine, the settings, and the pages that are part of the code. `undefined` where an
 * author's own code or pictures are among them.
 */
function nameCode({ root, base, site, security, vite }: AstroConfig): string | undefined {
  const loaded = [...loadedPages.values()];
  if (loaded.some(({ hasCode, images }) => hasCode || images.length > 0)) return undefined;
  const pages = loaded.filter(({ isMdx }) => isMdx);
  const named = pages.map(({ filePath, digest }) => `${filePath} ${digest}`).toSorted();
  return digestOf(thisCode(fileURLToPath(root)), JSON.stringify([base, site, security, vite.define]), ...named);
}

/**
 * Lightens each page as it is rendered, before it is written: what draws its islands goes to a file, and its policy names what is left.
 * Pages that have not changed since an earlier build are not rendered anew, and their code is bundled anew only where it has changed.
 */
export function lightenPages(): AstroIntegration {
  const scripts = new Map<string, string>();
  let base = '/';
  let config: AstroConfig;
  const rendered = keepRendered(
    (html) => lightenPage(html, base),
    ({ name, code }) => scripts.set(name, code),
    thisEngine,
  );
  const bundles = keepBundles(
    () => path.join(cacheFolder(config.cacheDir), 'bundles'),
    () => nameCode(config),
    () => config,
  );
  return {
    name: 'lighten-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [bundles.plugin] } });
      },
      'astro:config:done': ({ config: done }) => {
        config = done;
        base = withSlash(config.base);
        rendered.open(config);
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => ({
          ...rendered.reuse(astro),
          name: 'lighten-pages',
          async setup() {
            bundles.keep();
            await astro.setup?.();
          },
        })),
      'astro:build:setup': bundles.setUp,
      'astro:build:generated': async ({ dir, logger }) => {
        const { counts } = rendered;
        logger.info(`${counts.rendered} pages were rendered, ${counts.kept} are as an earlier build has kept them`);
        await Promise.all([...scripts].map(([name, code]) => writeFile(new URL(name, dir), code)));
      },
    },
  };
}
