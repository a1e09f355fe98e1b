import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openIndex, type OpenIndex } from '~/client/search/open-index';
import { askScript, type Pagefind, type PagefindScript } from '~/client/search/pagefind';
import { readStartList, type StartList } from '~/client/search/start-list';
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
  ask: (query: string, options?: { language?: string; literal?: boolean; kind?: string }) => Promise<Answer>;
}

/** Opens the search of the site that was built into a folder. */
export async function openSearch(site: string): Promise<Search> {
  fetchFiles();
  const folder = `${pathToFileURL(path.join(site, 'pagefind')).href}/`;
  const text = (address: string) => Promise.resolve(unpack(readFileSync(fileURLToPath(address))));
  const list = readStartList(await text(`${folder}start.json`));
  const pagefind = async (index: string): Promise<Pagefind> => {
    const script = (await import(/* @vite-ignore */ `${index}pagefind.js`)) as PagefindScript;
    await script.options({ noWorker: true, metaCacheTag: '1' });
    await script.init();
    return askScript(script);
  };
  const indexes = await Promise.all(list.languages.map((one) => openIndex(one, { folder, pagefind, text })));
  return {
    list,
    indexes,
    ask: (query, { language = list.languages[0]?.language ?? 'en', literal = false, kind } = {}) =>
      find(
        { query, language, languages: list.languages.map((one) => one.language), synonyms: list.synonyms, literal },
        indexes.map((index) => index.only(kind)),
      ),
  };
}
