import type { Structure } from '~/core/page/structure';
import { compareEntries, followEntry, keys, type Entry } from '~/core/run/entry';
import { markOf } from '~/core/run/marks';
import type { State } from '~/core/run/run';
import type { Importer } from './imported';
import type { PlacedTask } from './place-tasks';

/** The greater of two entries of one key. */
const greater = (a: Entry | undefined, b: Entry | undefined): Entry | undefined =>
  a === undefined || (b !== undefined && compareEntries(a, b) < 0) ? b : a;

/**
 * Makes the entries for ticked boxes [EX7], unless the text's own log or the run that they go into already has the mark. An open box makes
 * no entry.
 */
export const enterMarks = (
  structure: Structure,
  placed: readonly PlacedTask[],
  log: State,
  { now, by, state }: Importer,
): Entry[] =>
  placed.flatMap(({ match: item, mark }) => {
    if (typeof item === 'string' || mark === 'todo' || structure.beneath.has(item.id)) return [];
    const key = keys.mark(item.id);
    const last = greater(log.get(key), state.get(key));
    const isSaid = mark === markOf(log, item) || mark === markOf(new Map(last && [[key, last]]), item);
    return isSaid ? [] : [followEntry(last, { key, value: mark, by }, now)];
  });
