import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/*
 * `search-worker.js` beside the index: Pagefind's script, and what answers the page's messages (src/client/acts/search-worker.ts). Pagefind
 * has a worker of its own, but one that asks for its files one after the other, and keeps something of every result that it has found.
 */

/**
 * Answers messages of two kinds: addresses of files that will be asked for, which are fetched at once; and searches, as a number, the folder
 * of an index, what to do, and the words. What is done is what the page does itself where it has no worker (src/client/search/pagefind.ts).
 * The answer to a search is its number and, as JSON, which a page takes over faster than it clones thousands of lists, for each page its name
 * and the places of the words; or its number and what went wrong, as text.
 */
const answering = `
{
  const ahead = new Map();
  const ask = self.fetch.bind(self);
  self.fetch = (address, options) => {
    const href = new URL(address, self.location.href).href;
    const sent = ahead.get(href);
    ahead.delete(href);
    return sent ? sent.then((answer) => (answer?.ok ? answer : ask(address, options))) : ask(address, options);
  };
  const opened = new Map();
  const open = (folder, tag) => {
    const known = opened.get(folder) ?? createInstance({ basePath: folder, noWorker: true, metaCacheTag: tag });
    opened.set(folder, known);
    return known;
  };
  const search = async (index, term, options) => ((await index.search(term, options))?.results ?? []).map(({ id, words }) => [id, words]);
  const ways = {
    search,
    init: async (index) => { await index.init(); return []; },
    preload: async (index, term) => { await index.preload(term); return []; },
    exact: async (index, term, options) => {
      const pages = await search(index, '"' + term + '"', options);
      if (pages.length === 0) return pages;
      const all = new Map(await search(index, term, options));
      return pages.map(([id, words]) => [id, all.get(id) ?? words]);
    },
  };
  self.onmessage = async ({ data: { files, id, folder, tag, method, term, options } }) => {
    for (const file of files ?? []) ahead.set(file, ask(file).catch(() => undefined));
    if (id === undefined) return;
    try {
      self.postMessage({ id, found: JSON.stringify(await ways[method](open(folder, tag), term, options)) });
    } catch (error) {
      self.postMessage({ id, error: String(error) });
    }
  };
}
`;

/** Writes the worker's script beside the index in a folder. */
export const writeWorker = (folder: string): void =>
  writeFileSync(
    path.join(folder, 'search-worker.js'),
    `${readFileSync(path.join(folder, 'pagefind.js'), 'utf8')}\n${answering.trim().replace(/\n\s*/g, '\n')}\n`,
  );
