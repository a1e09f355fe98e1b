import { searchFolder, searchStamp } from '~/client/acts/search-preload';
import { openEngine, type Engine } from './engine';
import { askScript, type PagefindScript } from './pagefind';
import { fetchText } from '~/client/acts/fetch-file';
import type { StartList } from '~/core/search/start-list';

/** What answers questions, in the page: for browsers that have no workers. */
export const openHere = (list: StartList, language: string): Engine =>
  openEngine(list, language, {
    folder: searchFolder,
    send: () => undefined,
    text: fetchText,
    pagefind: async (folder) => {
      const script = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindScript;
      await script.options({ noWorker: true, metaCacheTag: searchStamp });
      await script.init();
      return askScript(script);
    },
  });
