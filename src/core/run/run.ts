import { onceEach } from '~/core/once-each';
import { compareEntries, type Entry } from './entry';

/** Returns whether a text from outside can be a run's id: 8 lower-case hex digits. */
export const isRunId = (text: string): boolean => /^[0-9a-f]{8}$/.test(text);

/** One execution of a page: a set of entries. `id` is 8 lower-case hex digits; `start` is in minutes since 1970. */
export interface Run {
  id: string;
  page: string;
  start: number;
  /** In ascending total order, each once: so the last of a key is its state. */
  entries: readonly Entry[];
}

/** The state of a run: for each key its greatest entry. */
export type State = ReadonlyMap<string, Entry>;

/** The greatest entry of each key [RN3]. */
export const stateOf = onceEach(({ entries }: Run): State => new Map(entries.map((entry) => [entry.key, entry])));

/** The value of a key, or an empty text. */
export const valueOf = (state: State, key: string): string => state.get(key)?.value ?? '';

/** Merges two ascending lists of entries into one, with each entry once. */
function unite(a: readonly Entry[], b: readonly Entry[]): Entry[] {
  const united: Entry[] = [];
  let i = 0;
  let k = 0;
  for (;;) {
    const left = a[i];
    const right = b[k];
    if (left === undefined || right === undefined) break;
    const order = compareEntries(left, right);
    united.push(order <= 0 ? left : right);
    if (order <= 0) i++;
    if (order >= 0) k++;
  }
  return [...united, ...a.slice(i), ...b.slice(k)];
}

/** Returns the ascending entries that another ascending list does not have. */
export function onlyIn(entries: readonly Entry[], other: readonly Entry[]): readonly Entry[] {
  let i = 0;
  // Two states of one run share all but their newest entries.
  while (i < entries.length && entries[i] === other[i]) i++;
  return entries.slice(i).filter((entry) => {
    for (;;) {
      const there = other[i];
      const order = there === undefined ? 1 : compareEntries(there, entry);
      if (order >= 0) return order > 0;
      i++;
    }
  });
}

/** Returns whether a run lacks something that another one has: an entry, or an earlier start. */
export const lacksEntries = (run: Run, other: Run): boolean =>
  run !== other && (other.start < run.start || onlyIn(other.entries, run.entries).length > 0);

/** Entries in any order, brought into ascending order, each once. */
export const orderEntries = (entries: readonly Entry[]): Entry[] =>
  entries
    .toSorted(compareEntries)
    .filter((entry, i, all) => i === 0 || compareEntries(all[i - 1] ?? entry, entry) !== 0);

/** Adds entries to a run, made here or received from outside [MR1]. */
export const addEntries = (run: Run, entries: readonly Entry[]): Run => ({
  ...run,
  entries: unite(run.entries, orderEntries(entries)),
});

/**
 * Merges two runs: the union of their entries, under the first one's id and the earlier start [MR1]. Everything from outside enters here.
 */
export const mergeRuns = (mine: Run, theirs: Run): Run => ({
  ...mine,
  start: Math.min(mine.start, theirs.start),
  entries: unite(mine.entries, theirs.entries),
});
