import { revertEntries } from '~/core/exchange/plan-import';
import type { Structure } from '~/core/page/structure';
import { addEntries, type Run } from '~/core/run/run';
import { emptyView } from '~/core/run/view';
import { nowMinute } from './clock';
import { prefer } from './preferences';
import { loadRun, removeRun, saveRun } from './shelf';

/** The arrival of a run from outside: the run that was there before, and the run after it; its page, where that is at hand. */
interface Arrival {
  before: Run | undefined;
  after: Run;
  structure?: Structure | undefined;
}

/**
 * Undoes the arrival of a run from outside: the run that was there before gets back the values that it changed; a run that was not there
 * is removed, unless somebody has entered something in it since. Returns the remaining run. `kept`: its present state.
 */
export function takeBack(
  { before, after, structure = emptyView.structure }: Arrival,
  kept = loadRun(after.page, after.id),
): Run | undefined {
  if (kept === undefined) return undefined;
  if (before !== undefined) {
    const entries = revertEntries({ structure, before, after }, kept, { by: prefer('name'), now: nowMinute() });
    return saveRun(addEntries(kept, entries));
  }
  if (kept.entries.length > after.entries.length) return kept;
  removeRun(after);
  return undefined;
}
