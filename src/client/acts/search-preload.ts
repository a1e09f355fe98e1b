import { loadPanelStyles } from '~/client/bar/panel-styles';
import { siteBase } from '~/stores/site-addresses';
import { pageLanguage } from './page-language';
import { sendForWorker, startSearchWorker } from './search-worker';

/*
 * Sends for the search's files, all at once rather than one after the other, as soon as somebody is about to search: the list of
 * indexes, and the files that Pagefind will ask for; and the styles that the dialog waits for.
 */

export const searchFolder = `${siteBase}pagefind/`;

/** The languages that Pagefind has stems for, each with a program of its own; all others share one. */
const stemmed = 'ar|ca|da|de|el|en|eo|es|et|eu|fi|fr|ga|hi|hu|hy|id|it|lt|nb|ne|nl|nn|no|pl|pt|ro|ru|sr|sv|ta|tr|yi';

/** The file of Pagefind's program for a language. */
export const programOf = (language: string): string =>
  `wasm.${stemmed.split('|').includes(language) ? language : 'unknown'}.pagefind`;

/** Sends for files that Pagefind will ask for, where it runs: in the worker, else in the page. It gets these very answers. */
export function sendFor(files: readonly string[]): void {
  const addresses = files.map((file) => searchFolder + file);
  if (sendForWorker(addresses)) return;
  for (const href of addresses) {
    const how = { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href };
    document.head.append(Object.assign(document.createElement('link'), how));
  }
}

/** A stamp that keeps the list from coming out of a cache: a cached one names files of an older build. */
export const searchStamp = String(Date.now());

let list: Promise<string> | undefined;

/** Sends for the files, once; returns the text of `start.json`. */
export function preloadSearch(): Promise<string> {
  if (list) return list;
  const asked = fetch(`${searchFolder}start.json`, { cache: 'no-cache' }).then((answer) =>
    answer.ok ? answer.text() : Promise.reject(new Error(`${answer.status} for the search's list`)),
  );
  list = asked;
  asked.catch(() => (list = undefined));
  startSearchWorker(`${searchFolder}search-worker.js`);
  sendFor([`pagefind-entry.json?ts=${searchStamp}`, programOf(pageLanguage())]);
  void loadPanelStyles();
  return asked;
}
