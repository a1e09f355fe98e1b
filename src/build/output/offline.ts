import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withSlash } from '~/build/with-slash';
import { shortDigest } from '~/build/cache/digest';
import { sourceFolder } from '~/build/source-folder';
import { encodePath } from '~/core/encode-path';
import type { OfflinePlan } from '~/core/offline-plan';
import { wordLanguages } from '~/words/words-for';
import { bundleScript } from './bundle-script';
import { listFiles } from '~/build/list-files';
import { findLoaded } from './loaded-files';

/* The service worker (src/client/worker), made from the finished site: this must run after every other step of the build. */

/** Up to this size, in bytes, the whole site is there after one visit; beyond it the shell, and the visited pages. */
const small = 5 * 1024 * 1024;

/**
 * Files that nobody asks for offline: the worker itself, the library of live rooms, and those for other sites, for search engines, for
 * hosts, for installing, the Markdown of pages, and Pagefind's own copy of the pages' texts.
 */
const excluded = [
  /^(?:sw\.js|social-card\.png|icon-512\.png|sitemap\.xml|robots\.txt|llms\.txt|_headers)$/,
  /^_astro\/mqtt\..*\.js$/,
  /^(?:runbooks|guides)\/.*\.md$/,
  /^pagefind\/.*\.pf_fragment$/,
  /\.map$/,
];

/** The files that every kind of page needs, besides scripts and styles. */
const shell = ['index.html', '404.html', 'runs/index.html', 'favicon.svg', 'manifest.webmanifest'];

/** A file as the worker keeps it. The names of Astro's files tell their versions. */
const keep = (site: string, file: string): OfflinePlan['files'][number] => ({
  url: encodePath(file),
  revision: file.startsWith('_astro') ? null : shortDigest(readFileSync(path.join(site, file))),
});

/** The files of a finished site that the worker keeps; `site`: its folder, `base`: its base path. */
export function planOffline(site: string, base: string): OfflinePlan {
  const all = listFiles(site);
  const loaded = findLoaded(site, all, wordLanguages);
  const isCode = (file: string) => file.startsWith('_astro') && /\.(js|css)$/.test(file);
  const isAsked = (file: string) => !excluded.some((pattern) => pattern.test(file));
  const files = all.filter((file) => isAsked(file) && (!isCode(file) || loaded.has(path.basename(file))));
  const size = files.reduce((sum, file) => sum + statSync(path.join(site, file)).size, 0);
  const whole = size <= small;
  const kept = files.filter((file) => whole || shell.includes(file) || isCode(file));
  // The list of the search index names its parts by their content, which comes from every page: it changes when any page does.
  const index = path.join(site, 'pagefind/pagefind-entry.json');
  const plan = kept.map((file) => keep(site, file));
  return {
    base: withSlash(base),
    files: plan,
    whole,
    version: shortDigest(JSON.stringify(plan), existsSync(index) ? readFileSync(index) : ''),
    fallback: existsSync(path.join(site, '404.html')) ? '404.html' : 'index.html',
  };
}

/** Makes `sw.js`. */
export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => void (base = config.base),
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const plan = planOffline(site, base);
        const worker = path.join(sourceFolder, 'client/worker/worker.ts');
        const { code } = await bundleScript(worker, { __OFFLINE_PLAN__: plan });
        await writeFile(path.join(site, 'sw.js'), code);
        logger.info(`${plan.files.length} files are there offline after one visit`);
      },
    },
  };
}
