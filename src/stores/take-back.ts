import { revertEntries } from '~/core/exchange/plan-import';
import { addEntries, type Run } from '~/core/run/run';
import { nowMinute } from './clock';
import { prefer } from './preferences';
import { loadRun, removeRun, saveRun } from './shelf';

/**
 * Takes back that a run came from outside: what it changed of the one that was there `before` is said again; one that was not there
 * goes, unless somebody has entered something in it since. Returns what is left of it. `kept`: the run as it is now.
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
