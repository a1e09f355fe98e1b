import type { Entry } from './entry';
import type { State } from './run';
import { readSubject } from './subject';

/** Lists what a fresh run of the page takes over from another one: its title and its fields that are filled in. Nothing is ticked in it. */
export const carryOver = (state: State): Pick<Entry, 'key' | 'value'>[] =>
  [...state.values()]
    .filter((entry) => ['title', 'field'].includes(readSubject(entry).kind) && entry.value !== '')
    .map(({ key, value }) => ({ key, value }));
