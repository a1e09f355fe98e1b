import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { generateSW, getManifest, type GenerateSWOptions, type GetManifestOptions } from 'workbox-build';

/*
 * The service worker, made from the finished site: it must run after every other step of the build. Addresses in it are
 * relative to its own place, so that it works under any base path. A new worker waits until a page tells it to go on
 * (src/client/late/offline.ts): nobody's page changes under their hands.
 */

/** Up to this size, in bytes, the whole site is there after one visit; beyond it the shell, and what was visited. */
const small = 5 * 1024 * 1024;

/** What nobody asks for offline: the worker itself, the library of live rooms, pictures for other sites and for installing. */
const left = ['sw.js', '**/*.map', '_astro/mqtt.*.js', 'social-card.png', 'icon-512.png', 'sitemap.xml', 'robots.txt'];

/** What every kind of page needs. */
const shell = ['index.html', '404.html', 'runs/index.html', '_astro/**', 'favicon.svg', 'manifest.webmanifest'];

/** What may stand behind an address and changes nothing: that a link held a run, the search's time stamp, trackers. */
const ignored = [/^run$/, /^ts$/, /^utm_/, /^fbclid$/];

type Routes = NonNullable<GenerateSWOptions['runtimeCaching']>;

/** A page that is not there from the first visit comes from the network; offline, the fallback says so. */
const ask = (fallbackURL: string): Routes => [
  {
    urlPattern: ({ request }) => request.mode === 'navigate',
    handler: 'NetworkOnly',
    options: { precacheFallback: { fallbackURL } },
  },
];

/** The same, but what was seen once is kept. Parts of the search index are named by what is in them. */
const keep = (fallbackURL: string, cacheName: string): Routes => [
  {
    urlPattern: ({ request }) => request.mode === 'navigate',
    handler: 'NetworkFirst',
    options: { cacheName, precacheFallback: { fallbackURL } },
  },
  { urlPattern: /\/pagefind\/.+\.pf_/, handler: 'CacheFirst', options: { cacheName } },
  {
    urlPattern: ({ sameOrigin }) => sameOrigin,
    handler: 'NetworkFirst',
    options: { cacheName, matchOptions: { ignoreSearch: true } },
  },
];

/** Reads the pages that were visited under an older version anew into this one's cache: old pages name files that are gone. */
const takeOver = (prefix: string, current: string): string => `
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  const now = await caches.open('${current}');
  for (const name of await caches.keys()) {
    if (!name.startsWith('${prefix}') || name === '${current}') continue;
    const pages = (await (await caches.open(name)).keys()).filter(({ url }) => url.endsWith('/'));
    await Promise.all(pages.map(({ url }) => now.add(url).catch(() => undefined)));
    await caches.delete(name);
  }
})()));
`;

/** How many bytes a finished site has. */
const sizeOf = (folder: string): number =>
  globSync('**/*', { cwd: folder, exclude: left, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0);

/**
 * Eight digits that differ when the site does: the shell's files, and the list of the search index, which names its parts by what
 * stands on every page. To read thousands of pages once more would take longer than to write them.
 */
async function versionOf(folder: string, shellFiles: GetManifestOptions): Promise<string> {
  const { manifestEntries } = await getManifest(shellFiles);
  const list = path.join(folder, 'pagefind/pagefind-entry.json');
  const index = existsSync(list) ? readFileSync(list, 'utf8') : '';
  return createHash('sha256').update(JSON.stringify(manifestEntries)).update(index).digest('hex').slice(0, 8);
}

/** What the worker keeps, and how, of a finished site in `folder` under the base path. */
export async function planWorker(folder: string, base: string): Promise<{ options: GenerateSWOptions; more: string }> {
  const files = {
    globDirectory: folder,
    globPatterns: ['**/*'],
    globIgnores: left,
    maximumFileSizeToCacheInBytes: small,
    dontCacheBustURLsMatching: /_astro\/.+\.[\w-]{7,8}\.\w+$/,
  };
  const whole = sizeOf(folder) <= small;
  // Not the prefix of the worker's own cache: taking over empties every other cache that bears it.
  const prefix = `runsheet|${base}|visited|`;
  const version = whole ? '' : await versionOf(folder, { ...files, globPatterns: shell });
  const fallback = existsSync(path.join(folder, '404.html')) ? '404.html' : 'index.html';
  const options: GenerateSWOptions = {
    ...files,
    globPatterns: whole
      ? files.globPatterns
      : shell.filter((one) => one.endsWith('*') || existsSync(path.join(folder, one))),
    swDest: path.join(folder, 'sw.js'),
    cacheId: `runsheet|${base}|`,
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    ignoreURLParametersMatching: ignored,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    babelPresetEnvTargets: ['chrome >= 100'],
    runtimeCaching: whole ? ask(fallback) : keep(fallback, prefix + version),
  };
  return { options, more: whole ? '' : takeOver(prefix, prefix + version) };
}

/** Makes `sw.js`. */
export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => void (base = config.base),
      'astro:build:done': async ({ dir, logger }) => {
        const { options, more } = await planWorker(fileURLToPath(dir), base);
        const { count, size, warnings } = await generateSW(options);
        await appendFile(options.swDest, more);
        for (const warning of warnings) logger.warn(warning);
        logger.info(`${count} files, ${Math.round(size / 1024)} KB, are there offline after one visit`);
      },
    },
  };
}
