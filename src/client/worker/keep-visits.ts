import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import type { WorkboxPlugin } from 'workbox-core/types';

/** Keeps the visited parts of a site that is too large to be kept as a whole. `offline`: answers for a page that was never visited. */
export function keepVisits(cacheName: string, base: string, offline: WorkboxPlugin): void {
  const isOurs = (url: URL) => url.origin === location.origin && url.pathname.startsWith(base);
  const matchOptions = { ignoreSearch: true };
  registerRoute(
    ({ request, url }) => request.mode === 'navigate' && isOurs(url),
    new NetworkFirst({ cacheName, matchOptions, plugins: [offline] }),
  );
  // Parts of the search index are named by their content.
  registerRoute(
    ({ url }) => isOurs(url) && /\/pagefind\/.+\.pf_/.test(url.pathname),
    new CacheFirst({ cacheName, matchOptions }),
  );
  registerRoute(({ url }) => isOurs(url), new NetworkFirst({ cacheName, matchOptions }));
}

/** Fetches the pages visited under an older version again, into this version's cache: old pages name files that are gone. */
export async function takeOverVisits(older: readonly string[], current: string): Promise<void> {
  const now = await caches.open(current);
  for (const name of older) {
    const kept = await (await caches.open(name)).keys();
    const pages = kept.filter(({ url }) => new URL(url).pathname.endsWith('/'));
    await Promise.all(pages.map(({ url }) => now.add(url).catch(() => undefined)));
  }
}
