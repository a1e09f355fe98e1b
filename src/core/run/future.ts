import { followEntry, type Entry } from './entry';
import { leavesRoom } from './minute';
import { addEntries, stateOf, type Run } from './run';

const day = 24 * 60;

/**
 * Tells whether an entry is dated more than a day ahead of `now`, as by a wrong clock, or so late that nothing could be
 * entered after it [RC3].
 */
export const isFuture = (entry: Entry, now: number): boolean => entry.at > now + day || !leavesRoom(entry);

/** Splits a run from outside in two: the part that may be merged as it is, and the entries that are dated in the future [RC3]. */
export function splitFuture(run: Run, now: number): { run: Run; future: Run['entries'] } {
  return {
    run: { ...run, entries: run.entries.filter((entry) => !isFuture(entry, now)) },
    future: run.entries.filter((entry) => isFuture(entry, now)),
  };
}

/** Adds a run's future entries as of `now`: in their order, each after the last entry of its key [RN4]. */
export function takeAsOfNow(run: Run, future: readonly Entry[], now: number): Run {
  const last = new Map(stateOf(run));
  const taken = future.map((entry) => {
    const made = followEntry(last.get(entry.key), entry, now);
    last.set(entry.key, made);
    return made;
  });
  return addEntries(run, taken);
}
