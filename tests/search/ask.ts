import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openIndex, type OpenIndex } from '~/client/answer/open-index';
import { askScript, type CreateInstance, type Pagefind } from '~/client/answer/pagefind';
import { readStartList, type StartList } from '~/core/search/start-list';
import { find, type Answer } from '~/core/search/find';

/** Answers `fetch` for files of this machine, which Pagefind's script asks for as a browser asks for addresses. */
function fetchFiles(): void {
  const before = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const address = String(input);
    if (!address.startsWith('file:')) return before(input, init);
    return Promise.resolve(new Response(readFileSync(fileURLToPath(address.split('?')[0] ?? ''))));
  };
}

const unpack = (file: Buffer): string => (file[0] === 0x1f && file[1] === 0x8b ? gunzipSync(file) : file).toString();

/** A built site's search, asked from Node as a page of the site asks it. */
export interface Search {
  list: StartList;
  indexes: readonly OpenIndex[];
  /** The text beneath each place of a page in the first index, by Pagefind's name of the page. */
  bodiesOf: (id: string) => readonly string[];
  ask: (query: string, options?: { language?: string; literal?: boolean; kind?: string }) => Promise<Answer>;
}

/** The places that the page and its worker take the parts of a built site's index from, here as files of this machine. */
export function openSource(site: string) {
  fetchFiles();
  const folder = `${pathToFileURL(path.join(site, 'pagefind')).href}/`;
  return {
    folder,
    text: async (address: string) => unpack(readFileSync(fileURLToPath(address))),
    pagefind: async (index: string): Promise<Pagefind> => {
      const { createInstance } = (await import(/* @vite-ignore */ `${index}pagefind.js`)) as {
        createInstance: CreateInstance;
      };
      const script = createInstance({ basePath: index, noWorker: true, metaCacheTag: '1' });
      await script.init();
      return askScript(script);
    },
  };
}

/** Opens the search of the site that was built into a folder. */
export async function openSearch(site: string): Promise<Search> {
  const source = openSource(site);
  const list = readStartList(await source.text(`${source.folder}start.json`));
  const indexes = await Promise.all(list.languages.map((one) => openIndex(one, source)));
  return {
    list,
    indexes,
    bodiesOf: (id) =>
      JSON.parse(unpack(readFileSync(path.join(site, 'pagefind/texts', `${id}.pf_text`)))) as readonly string[],
    ask: (query, { language = list.languages[0]?.language ?? 'en', literal = false, kind } = {}) =>
      find(
        {
          query,
          language,
          languages: list.languages.map((one) => one.language),
          synonyms: list.synonyms,
          foreign: list.foreign === '' ? undefined : () => source.text(source.folder + list.foreign),
          literal,
        },
        indexes.map((index) => index.only(kind)),
      ),
  };
}
