import { loadPanelStyles } from '~/client/desk/panel-styles';
import { pageLanguage, siteBase } from '~/client/page/site-base';

/*
 * Sends for the search's files, all at once rather than one after the other, as soon as somebody is about to search: the list of
 * indexes, and the files that Pagefind will ask for, which then gets these very answers; and the styles that the dialog waits for.
 */

export const searchFolder = `${siteBase}pagefind/`;

/** The languages that Pagefind has stems for, each with a program of its own; all others share one. */
const stemmed = 'ar|ca|da|de|el|en|eo|es|et|eu|fi|fr|ga|hi|hu|hy|id|it|lt|nb|ne|nl|nn|no|pl|pt|ro|ru|sr|sv|ta|tr|yi';

/** The file of Pagefind's program for a language. */
export const programOf = (language: string): string =>
  `wasm.${stemmed.split('|').includes(language) ? language : 'unknown'}.pagefind`;

/** Sends for a file that Pagefind will ask for. */
export function preload(href: string, how: Partial<HTMLLinkElement> = { as: 'fetch', crossOrigin: 'anonymous' }): void {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', ...how, href }));
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
  preload(`${searchFolder}pagefind.js`, { rel: 'modulepreload' });
  preload(`${searchFolder}pagefind-entry.json?ts=${searchStamp}`);
  preload(searchFolder + programOf(pageLanguage()));
  void loadPanelStyles();
  return asked;
}
