import { preload, preloadSearch, programOf, searchFolder, searchStamp } from '~/client/acts/search-preload';
import { pageLanguage } from '~/client/page/site-base';
import { thesaurusFor } from '~/core/search/synonyms';
import { openIndex, type OpenIndex, type Source } from './open-index';
import type { Pagefind } from './pagefind';
import { ownIndex, readStartList } from './start-list';

/** The search, ready to be asked. */
export interface Search {
  /** The index of the page's language, or of the site's first where the page's has none. */
  first: OpenIndex;
  /** Those of the other languages, which come after it. */
  others: Promise<readonly OpenIndex[]>;
  languages: readonly string[];
  synonyms: readonly (readonly string[])[];
}

/** A file of the index as text. Hosts that know its kind may have unpacked it already. */
async function readText(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  const packed = new Uint8Array(await answer.arrayBuffer());
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return new TextDecoder().decode(packed);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

const source: Source = {
  folder: searchFolder,
  text: readText,
  pagefind: async (address) => {
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    await pagefind.options({ noWorker: true, metaCacheTag: searchStamp });
    await pagefind.init();
    return pagefind;
  },
};

async function load(): Promise<Search> {
  const { languages, synonyms } = readStartList(await preloadSearch());
  const language = pageLanguage();
  const own = ownIndex(languages, language);
  if (own === undefined) throw new Error('The search has no language.');
  const here = own.folder === '' ? [programOf(language)] : [];
  for (const file of own.files.filter((one) => !here.includes(one))) preload(searchFolder + own.folder + file);
  // Made while the files are on their way, not while somebody waits for an answer.
  setTimeout(() => thesaurusFor([...new Set([language, ...languages.map((one) => one.language)])], synonyms));
  const first = await openIndex(own, source);
  const rest = languages.filter((one) => one !== own);
  const others = Promise.all(rest.map((one) => openIndex(one, source)));
  others.catch(() => undefined);
  return { first, others, synonyms, languages: languages.map((one) => one.language) };
}

let loading: Promise<Search> | undefined;
let isLoaded = false;

/** Tells whether questions can be answered at once. */
export const isSearchLoaded = (): boolean => isLoaded;

/** Loads the search once; rejects where the index is not there, as in development before the first build. */
export function loadSearch(): Promise<Search> {
  loading ??= load();
  loading.then(
    () => (isLoaded = true),
    () => (loading = undefined),
  );
  return loading;
}
