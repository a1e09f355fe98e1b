import { programOf, searchFolder, searchStamp, sendFor } from '~/client/acts/search-preload';
import { askWorker } from '~/client/acts/search-worker';
import { pageLanguage } from '~/client/page/site-base';
import { thesaurusFor } from '~/core/search/synonyms';
import { loadStartList } from './load-start-list';
import { openIndex, type OpenIndex, type Source } from './open-index';
import { askScript, type Pagefind, type PagefindScript } from './pagefind';
import { ownIndex } from './start-list';

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

/** Pagefind in its worker, for the index in a folder. Rejects where it cannot run there. */
async function openInWorker(folder: string): Promise<Pagefind> {
  const index = { folder, tag: searchStamp };
  await askWorker({ ...index, method: 'init' });
  return {
    preload: async (term) => void (await askWorker({ ...index, method: 'preload', term })),
    search: (term, options) => askWorker({ ...index, method: 'search', term, options }),
    exact: (term, options) => askWorker({ ...index, method: 'exact', term, options }),
  };
}

/** Pagefind in the page, for the index in a folder. */
async function openInPage(folder: string): Promise<Pagefind> {
  const script = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindScript;
  await script.options({ noWorker: true, metaCacheTag: searchStamp });
  await script.init();
  return askScript(script);
}

const source: Source = {
  folder: searchFolder,
  text: readText,
  pagefind: (folder) => openInWorker(folder).catch(() => openInPage(folder)),
};

async function load(): Promise<Search> {
  const { languages, synonyms } = await loadStartList();
  const language = pageLanguage();
  const own = ownIndex(languages, language);
  if (own === undefined) throw new Error('The search has no language.');
  const here = own.folder === '' ? [programOf(language)] : [];
  sendFor(own.files.filter((one) => !here.includes(one)).map((file) => own.folder + file));
  // Made while the files are on their way, not while somebody waits for an answer.
  setTimeout(() => thesaurusFor([...new Set([language, ...languages.map((one) => one.language)])], synonyms));
  const first = await openIndex(own, source);
  const rest = languages.filter((one) => one !== own);
  const others = Promise.all(rest.map((one) => openIndex(one, source)));
  others.catch(() => undefined);
  return { first, others, synonyms, languages: languages.map((one) => one.language) };
}

let loading: Promise<Search> | undefined;

/** Loads the search once; rejects where the index is not there, as in development before the first build. */
export function loadSearch(): Promise<Search> {
  loading ??= load();
  loading.catch(() => (loading = undefined));
  return loading;
}
