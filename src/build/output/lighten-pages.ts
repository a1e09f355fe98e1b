import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { cacheFolder } from '~/build/cache/build-cache';
import { digestOf } from '~/build/cache/digest';
import { thisEngine } from '~/build/cache/engine-digest';
import { keepBundles } from '~/build/cache/kept-bundles';
import { keepRendered } from '~/build/cache/keep-rendered';
import { loadedPages } from '~/build/markdown/loaded-pages';
import { readSite } from '~/build/site/read-site';
import { contentDir } from '~/build/site/site';
import { startFolder } from '~/build/start-folder';
import { lightenPage } from './lighten-page';

/**
 * Names all that the site's code is made from: the engine, the settings, and the pages that are part of the code. `undefined` where an
 * author's own code is among them: nobody knows what it reads.
 */
function nameCode({ root, base, site }: AstroConfig): string | undefined {
  const pages = [...loadedPages.values()].filter(({ isMdx, images }) => isMdx || images.length > 0);
  if (pages.some(({ hasCode }) => hasCode)) return undefined;
  const named = pages.map(({ filePath, digest }) => `${filePath} ${digest}`).toSorted();
  const settings = [base, site, contentDir, startFolder, readSite(contentDir)];
  return digestOf(thisEngine(fileURLToPath(root)), JSON.stringify(settings), ...named);
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
        base = config.base.replace(/\/?$/, '/');
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
      'astro:build:generated': async ({ dir }) => {
        await Promise.all([...scripts].map(([name, code]) => writeFile(new URL(name, dir), code)));
      },
    },
  };
}
