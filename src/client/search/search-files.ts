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
    /** The page's sections (`h`) and items (`i`), in order (src/build/search/search-index.ts). */
    anchors: readonly { element: string; id: string; text?: string; location: number }[];
  }>;
}

/** Pagefind's script; only what is used here. */
interface Pagefind {
  init(): Promise<void>;
  options(options: { baseUrl: string; noWorker: boolean; metaCacheTag: string }): Promise<void>;
  /** Without a term: every page. */
  search(
    term: string | null,
    options?: { filters?: { kind: string } },
  ): Promise<{ results: readonly PagefindResult[] }>;
}

/** The site's base path, with a slash at its end. */
export const searchBase = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const folder = `${searchBase}pagefind/`;

/** Sends for a file that Pagefind will ask for: it then gets this very answer. */
function preload(href: string, how: Partial<HTMLLinkElement> = { as: 'fetch', crossOrigin: 'anonymous' }): void {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', ...how, href }));
}

/** Sends for what every search in the language needs, as src/build/search/search-index.ts lists it; tells what that is. */
async function preloadStart(language: string): Promise<readonly string[]> {
  const list = (await (await fetch(`${folder}start.json`, { cache: 'no-cache' })).json()) as Record<string, string[]>;
  const files = list[language] ?? [];
  for (const file of files) preload(folder + file);
  return files;
}

/** Takes in the file that has the places of all pages: each page's are read from it. */
async function takePlaces(pagefind: Pagefind): Promise<void> {
  const { results } = await pagefind.search(null);
  await results[0]?.data();
}

async function load(): Promise<Pagefind> {
  // The list of the index's files must be of this moment: a cached one names files of an older build.
  const metaCacheTag = String(Date.now());
  const language = document.documentElement.lang.toLowerCase();
  const start = preloadStart(language).catch(() => []);
  preload(`${folder}pagefind.js`, { rel: 'modulepreload' });
  preload(`${folder}pagefind-entry.json?ts=${metaCacheTag}`);
  preload(`${folder}wasm.${language}.pagefind`);
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`);
  await pagefind.options({ baseUrl: searchBase, noWorker: true, metaCacheTag });
  await pagefind.init();
  if ((await start).some((file) => file.startsWith('fragment/'))) takePlaces(pagefind).catch(() => undefined);
  return pagefind;
}

let loading: Promise<Pagefind> | undefined;

/** Loads the search once; rejects where the index is not there, as in development before the first build. */
export function loadSearch(): Promise<Pagefind> {
  loading ??= load();
  loading.catch(() => (loading = undefined));
  return loading;
}
