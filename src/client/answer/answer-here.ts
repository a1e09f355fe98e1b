import { searchFolder, searchStamp } from '~/client/acts/search-preload';
import { openEngine, type Engine } from './engine';
import { noteLosses } from './lost-files';
import { askScript, type CreateInstance } from './pagefind';
import { fetchText } from '~/client/acts/fetch-file';
import type { StartList } from '~/core/search/start-list';

/** Opens the engine in the page: for browsers that have no workers. */
export function openHere(list: StartList, language: string): Engine {
  // Pagefind's script asks for its files by the page's own `fetch`.
  window.fetch = noteLosses(window.fetch.bind(window));
  return openEngine(list, language, {
    folder: searchFolder,
    send: () => undefined,
    text: fetchText,
    pagefind: async (folder) => {
      // Each index has the script in its own folder, because one script holds the program for one language's stems.
      const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as {
        createInstance: CreateInstance;
      };
      const basePath = new URL(folder, location.href).href;
      const script = createInstance({ basePath, noWorker: true, metaCacheTag: searchStamp });
      await script.init();
      return askScript(script);
    },
  });
}
