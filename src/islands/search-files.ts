/*
 * Pagefind, whose files are sent for when somebody is about to search, all at once rather than one after the other. It runs in the
 * page: its worker would be a second copy of the script, for an index that answers in milliseconds.
 */

interface PagefindResult {
  id: string;
  /** Where the words stand. */
  words: readonly number[];
  data(): Promise<{
    url: string;
    meta: { title?: string };
    /** The page's sections (`h`) and items (`i`), in order (src/integrations/search-index.ts). */
    anchors: readonly { element: string; id: string; text?: string; location: number }[];
  }>;
}

/** Pagefind's script; only what is used here. */
interface Pagefind {
  init(): Promise<void>;
  options(options: { baseUrl: string; noWorker: boolean; metaCacheTag: string }): Promise<void>;
  search(term: string, options?: { filters?: { kind: string } }): Promise<{ results: readonly PagefindResult[] }>;
}

/** The site's base path, with a slash at its end. */
export const searchBase = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const folder = `${searchBase}pagefind/`;

/** Fetched again by Pagefind, then from the browser's memory. What goes wrong, goes wrong there too. */
async function warm(list: string, language: string): Promise<void> {
  const { languages } = (await (await fetch(list)).json()) as { languages?: Record<string, { places?: string }> };
  const places = languages?.[language]?.places;
  if (places !== undefined) await fetch(`${folder}fragment/${places}`);
}

function preload(href: string, how: Partial<HTMLLinkElement>): void {
  document.head.append(Object.assign(document.createElement('link'), { ...how, href }));
}

async function load(): Promise<Pagefind> {
  // The list of the index's files must be of this moment: a cached one names files of an older build.
  const metaCacheTag = String(Date.now());
  const language = document.documentElement.lang.toLowerCase();
  preload(`${folder}pagefind.js`, { rel: 'modulepreload' });
  warm(`${folder}pagefind-entry.json?ts=${metaCacheTag}`, language).catch(() => undefined);
  preload(`${folder}wasm.${language}.pagefind`, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' });
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`);
  await pagefind.options({ baseUrl: searchBase, noWorker: true, metaCacheTag });
  await pagefind.init();
  return pagefind;
}

let loading: Promise<Pagefind> | undefined;

/** Loads the search once; rejects where the index is not there, as in development before the first build. */
export function loadSearch(): Promise<Pagefind> {
  loading ??= load();
  loading.catch(() => (loading = undefined));
  return loading;
}
