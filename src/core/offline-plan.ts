import { decodeAddress } from '~/core/decode-address';

/** The plan of the files that the offline worker precaches, written into it by the build. */
export interface OfflinePlan {
  /** The site's base path, with its slashes: caches are named by it, because several sites may share an origin. */
  base: string;
  /** Files to cache from the first visit on: the address below the base, and a revision that tells versions apart unless the name does. */
  files: readonly { url: string; revision: string | null }[];
  /** True if these are the whole site. If not, visited pages and files are cached as well. */
  whole: boolean;
  /** Version of the site, in the name of the cache for visited pages. */
  version: string;
  /** The file that answers for a page that is not cached: "404.html". */
  fallback: string;
}

/** The resolution of a requested path: the precached file that answers it, or a redirect to the path with a final slash. */
export type KeptPath = { kind: 'file'; path: string } | { kind: 'slash' };

/**
 * Resolves a path to one of the precached files as a static host would; `undefined` if none answers. Query parameters mean nothing to a
 * static site, so they are not passed in. `kept`: decoded paths, such as "/docs/index.html".
 */
export function findKept(pathname: string, kept: { has: (path: string) => boolean }): KeptPath | undefined {
  const path = decodeAddress(pathname);
  if (kept.has(path)) return { kind: 'file', path };
  if (path.endsWith('/'))
    return kept.has(`${path}index.html`) ? { kind: 'file', path: `${path}index.html` } : undefined;
  return kept.has(`${path}/index.html`) ? { kind: 'slash' } : undefined;
}

/** The names of a site's caches. No site's names begin as another's do. */
export function cacheNamesOf({ base, version }: Pick<OfflinePlan, 'base' | 'version'>) {
  const prefix = `runsheet|${base}|`;
  return { prefix, kept: `${prefix}kept`, visits: `${prefix}visited|`, visited: `${prefix}visited|${version}` };
}
