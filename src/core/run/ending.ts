import { keys, type Entry } from './entry';
import type { State } from './run';

/** Finds the entry that ended the run; `undefined` while it is under way or after it was reopened [EN2]. */
export function findEnd(state: State): Entry | undefined {
  const entry = state.get(keys.end);
  return entry === undefined || entry.value === '' ? undefined : entry;
}
