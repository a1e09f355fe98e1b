/** What the offline worker keeps of a site, written into it by the build. */
export interface OfflinePlan {
  /** The site's base path, with its slashes: caches are named by it, because several sites may share an origin. */
  base: string;
  /** Files that are kept from the first visit on: address below the base, and what tells versions apart unless the name does. */
  files: readonly { url: string; revision: string | null }[];
  /** Whether these are the whole site. If not, what somebody visits is kept as well. */
  whole: boolean;
  /** Tells versions of the site apart, for what is kept of visits. */
  version: string;
  /** The file that answers for a page that is not kept: "404.html". */
  fallback: string;
}

/** What becomes of a path that is asked for: the kept file that answers, or the path with its last slash. */
export type KeptPath = { kind: 'file'; path: string } | { kind: 'slash' };

/** The path as people read it; as it is where it is not well encoded. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * How a static host would answer a path from the kept files; `undefined` where it has none. Parameters behind the path mean nothing
 * to a static site, so nobody asks for them. `kept`: decoded paths, such as "/docs/index.html".
 */
export function findKept(pathname: string, kept: { has: (path: string) => boolean }): KeptPath | undefined {
  const path = decodePath(pathname);
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
