import { orderEntries, type Run } from './run';
import { readSubject } from './subject';

/** Returns the run without names, notes and field values: marks, times, answers and title alone. */
export const withoutPeople = (run: Run): Run => ({
  ...run,
  entries: orderEntries(
    run.entries
      .filter((entry) => !['note', 'field'].includes(readSubject(entry).kind))
      .map((entry) => ({ ...entry, by: '' })),
  ),
});
