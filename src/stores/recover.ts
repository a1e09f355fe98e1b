import type { Run } from '~/core/run/run';
import { enteredHere } from './enter';
import { openJournal } from './journal';
import { $own, $view, keepRun } from './run';
import { saveRecovered } from './shelf';

/**
 * Opens the journal and recovers the entries that a killed browser did not write. The run that was acted on last is shown again, unless the
 * reader has begun another one meanwhile. Returns the recovered runs, the last one acted on first.
 */
export async function recover(): Promise<Run[]> {
  const lost = await openJournal();
  const runs = lost.map(({ run }) => saveRecovered(run));
  const last = runs.find(({ page }) => page === $view.get().structure.page.id);
  const own = $own.get();
  if (last !== undefined && (own === undefined || own.id === last.id || enteredHere.length === 0)) keepRun(last);
  return runs;
}
