import { preloadSearch, programOf, searchFolder, searchStamp, sendFor } from '~/client/acts/search-preload';
import { askWorker, readyWorker, type Request } from '~/client/acts/search-worker';
import { pageLanguage } from '~/client/acts/page-language';
import type { PagePlaces } from '~/core/search/places';
import { readAnswer, type ShownAnswer } from '~/core/search/shown-answer';
import { fetchText } from '~/client/acts/fetch-file';
import { remember } from '~/core/search/remember';
import { ownIndex, readStartList } from '~/core/search/start-list';

/** The search, ready to be asked. */
export interface Search {
  /** Answers a question, in the worker, or where there is none in the page. Rejects where there is no index. */
  ask: (request: Omit<Request, 'language'>, isStale: () => boolean) => Promise<ShownAnswer>;
  /** The text beneath each place of a page, in the index of a language. */
  bodiesOf: (language: string, id: string) => Promise<readonly string[]>;
  /** True if the index of the page's language is all there is, and tells all places at once. */
  isWhole: boolean;
}

const readBodies = (text: string): string[] => {
  const read: unknown = JSON.parse(text);
  return Array.isArray(read) ? read.map(String) : [];
};

/** The search of a site without a page to find. */
const ofNothing: Search = {
  ask: () => Promise.resolve({ hits: [], pages: 0, left: [], corrected: [], replaced: [] }),
  bodiesOf: () => Promise.resolve([]),
  isWhole: true,
};

async function load(): Promise<Search> {
  const text = await preloadSearch();
  const list = readStartList(text);
  const { languages } = list;
  const language = pageLanguage();
  const own = ownIndex(languages, language);
  if (own === undefined) return ofNothing;
  readyWorker({ list: text, language, folder: searchFolder, tag: searchStamp });
  const sent = own.folder === '' ? [programOf(language)] : [];
  sendFor(own.files.filter((one) => !sent.includes(one)).map((file) => own.folder + file));
  const known = new Map<string, PagePlaces>();
  const loadHere = () => import('~/client/answer/answer-here').then(({ openHere }) => openHere(list, language));
  let here: ReturnType<typeof loadHere> | undefined;
  const bodiesOf = remember(async (address) => readBodies(await fetchText(address)));
  return {
    ask: async (asked, isStale) => {
      const request = { ...asked, language };
      try {
        return readAnswer(await askWorker(request), known);
      } catch {
        here ??= loadHere();
        here.catch(() => (here = undefined));
        return (await here).ask(request, isStale);
      }
    },
    bodiesOf: (name, id) => {
      const folder = languages.find((one) => one.language === name)?.folder ?? '';
      return bodiesOf(`${searchFolder}${folder}texts/${id}.pf_text`);
    },
    isWhole: languages.length < 2 && own.places !== '',
  };
}

let loading: Promise<Search> | undefined;

/** Loads the search once; rejects where the index is not there, as in development before the first build. */
export function loadSearch(): Promise<Search> {
  loading ??= load();
  loading.catch(() => (loading = undefined));
  return loading;
}
