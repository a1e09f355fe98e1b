import type { Item } from '~/core/page/page';
import { contingencySteps, type Structure } from '~/core/page/structure';
import { findAlarms } from './contingency';
import { keys, type Entry } from './entry';
import { showMarks } from './marks';
import type { State } from './run';

/** What ending the run now would say. */
export interface Ending {
  /** "complete"; "complete with 2 failed"; "96 items: 3 still open, finish anyway?" */
  kind: 'complete' | 'complete-with-failed' | 'open';
  /** Items that count, those that do not apply and the steps of contingencies that are on among them. */
  items: number;
  failed: number;
  /** What is still open, the steps of contingencies first. */
  open: readonly Item[];
}

/** What ending a run would say [EN1]. */
export function describeEnding(structure: Structure, state: State): Ending {
  const marks = showMarks(structure, state);
  const on = findAlarms(structure, state).flatMap(({ section }) => contingencySteps(structure, section));
  const items = [...on, ...structure.counted];
  const open = items.filter(({ id }) => marks.get(id) === 'todo');
  const failed = items.filter(({ id }) => marks.get(id) === 'failed').length;
  const kind = open.length > 0 ? 'open' : failed > 0 ? 'complete-with-failed' : 'complete';
  return { kind, items: items.length, failed, open };
}

/** The entry that ended the run; `undefined` while it is under way or where it was taken up again [EN2]. */
export function findEnd(state: State): Entry | undefined {
  const entry = state.get(keys.end);
  return entry === undefined || entry.value === '' ? undefined : entry;
}
