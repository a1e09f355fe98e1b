import { preloadSearch } from '~/client/acts/search-preload';
import { readStartList, type StartList } from './start-list';

const lists = new WeakMap<Promise<string>, Promise<StartList>>();

/** Loads `start.json`, and reads it once. */
export function loadStartList(): Promise<StartList> {
  const text = preloadSearch();
  const list = lists.get(text) ?? text.then(readStartList);
  lists.set(text, list);
  return list;
}
