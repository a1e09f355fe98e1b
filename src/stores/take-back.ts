import { revertEntries } from '~/core/exchange/plan-import';
import { addEntries, type Run } from '~/core/run/run';
import { nowMinute } from './clock';
import { prefer } from './preferences';
import { loadRun, removeRun, saveRun } from './shelf';

/**
 * Undoes the arrival of a run from outside: the run that was there `before` gets back the values that it changed; a run that was not there
 * is removed, unless somebody has entered something in it since. Returns the remaining run. `kept`: its present state.
 */
export function takeBack(before: Run | undefined, run: Run, kept = loadRun(run.page, run.id)): Run | undefined {
  if (kept === undefined) return undefined;
  if (before !== undefined) {
    return saveRun(addEntries(kept, revertEntries(before, run, kept, prefer('name'), nowMinute())));
  }
  if (kept.entries.length > run.entries.length) return kept;
  removeRun(run);
  return undefined;
}
