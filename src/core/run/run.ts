import type { Entry } from './entry';

/** One execution of a page: a set of entries. `id` is 8 lower-case hex digits; `start` is in minutes since 1970. */
export interface Run {
  id: string;
  page: string;
  start: number;
  /** In ascending total order, each once: the last of a key is its state. */
  entries: readonly Entry[];
}
