import { readSubject } from './log';
import { orderEntries, type Run } from './run';

/** The run without names, notes and what was filled in: marks, times, answers and title alone. */
export const withoutPeople = (run: Run): Run => ({
  ...run,
  entries: orderEntries(
    run.entries
      .filter((entry) => !['note', 'field'].includes(readSubject(entry).kind))
      .map((entry) => ({ ...entry, by: '' })),
  ),
});

const day = 24 * 60;

/** A run from outside in two: what may be merged as it is, and entries of more than a day ahead of `now` (a wrong clock). */
export function splitFuture(run: Run, now: number): { run: Run; future: Run['entries'] } {
  return {
    run: { ...run, entries: run.entries.filter(({ at }) => at <= now + day) },
    future: run.entries.filter(({ at }) => at > now + day),
  };
}
