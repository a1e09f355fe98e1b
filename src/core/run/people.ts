import { readSubject } from './subject';
import { followEntry, type Entry } from './entry';
import { leavesRoom } from './minute';
import { addEntries, orderEntries, stateOf, type Run } from './run';

/** Returns the run without names, notes and field values: marks, times, answers and title alone. */
export const withoutPeople = (run: Run): Run => ({
  ...run,
  entries: orderEntries(
    run.entries
      .filter((entry) => !['note', 'field'].includes(readSubject(entry).kind))
      .map((entry) => ({ ...entry, by: '' })),
  ),
});

const day = 24 * 60;

/**
 * Splits a run from outside in two: the part that may be merged as it is, and the entries that are dated more than a day ahead of `now` (a
 * wrong clock), or so late that nothing could be entered after them [RC3].
 */
export function splitFuture(run: Run, now: number): { run: Run; future: Run['entries'] } {
  const isFuture = (entry: Entry) => entry.at > now + day || !leavesRoom(entry);
  return {
    run: { ...run, entries: run.entries.filter((entry) => !isFuture(entry)) },
    future: run.entries.filter(isFuture),
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
