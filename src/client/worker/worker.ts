import { PrecacheController } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { decodeAddress } from '~/core/decode-address';
import { cacheNamesOf, findKept } from '~/core/offline-plan';
import { keepVisits, takeOverVisits } from './keep-visits';
import { plan } from './plan';
import { scope } from './scope';

/*
 * The service worker: keeps a copy of the site that works offline, and answers from it as the host does. A new worker waits until
 * a page tells it to go on (src/client/late/offline.ts): nobody's page changes under their hands. Then it takes over the open pages,
 * and deletes what older versions of this site kept. Other sites of the same origin have caches of their own, which it never touches.
 */

const names = cacheNamesOf(plan);

const precache = new PrecacheController({ cacheName: names.kept });
precache.precache([...plan.files]);

/** The decoded path of each kept file, and its key in the cache. */
const kept = new Map(
  [...precache.getURLsToCacheKeys()].map(([url, cacheKey]) => [decodeAddress(new URL(url).pathname), cacheKey]),
);

registerRoute(({ url, sameOrigin }) => {
  const found = sameOrigin ? findKept(url.pathname, kept) : undefined;
  return found?.kind === 'file' && { cacheKey: kept.get(found.path) };
}, precache.strategy);

// The address with its last slash, as a host answers: what the page makes of its own address relies on it.
registerRoute(
  ({ url, request, sameOrigin }) =>
    sameOrigin && request.mode === 'navigate' && findKept(url.pathname, kept)?.kind === 'slash',
  ({ url }) => Promise.resolve(Response.redirect(`${url.origin}${url.pathname}/${url.search}`)),
);

const offline = { handlerDidError: () => precache.matchPrecache(plan.fallback) };
if (plan.whole) registerRoute(({ request }) => request.mode === 'navigate', new NetworkOnly({ plugins: [offline] }));
else keepVisits(names.visited, plan.base, offline);

/** Tells whether a page asks this worker to take over; pages of older versions ask with the same words. */
const isAsked = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING';

scope.addEventListener('message', ({ data }) => {
  if (isAsked(data)) void scope.skipWaiting();
});

async function cleanUp(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(names.prefix));
  const outdated = ours.filter((name) => name !== names.kept && name !== names.visited);
  if (!plan.whole) {
    const visits = outdated.filter((name) => name.startsWith(names.visits));
    await takeOverVisits(visits, names.visited);
  }
  await Promise.all(outdated.map((name) => caches.delete(name)));
}

scope.addEventListener('activate', (event) => event.waitUntil(Promise.all([scope.clients.claim(), cleanUp()])));
