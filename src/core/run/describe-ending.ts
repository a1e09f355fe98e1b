import type { Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { findAlarms } from './contingency';
import { findFailures, measuredItems } from './failures';
import { showMarks } from './marks';
import type { State } from './run';

/** The sentence that ending the run now would say. */
export interface Ending {
  /** "complete"; "complete with 2 failed"; "96 items: 3 still open, finish anyway?" */
  kind: 'complete' | 'complete-with-failed' | 'open';
  /** Items that count, those that do not apply and the steps of contingencies that are on among them. */
  items: number;
  failed: number;
  /** The items that are still open, the steps of contingencies first. */
  open: readonly Item[];
}

/** Describes how the run would end now [EN1]. */
export function describeEnding(structure: Structure, state: State): Ending {
  const marks = showMarks(structure, state);
  const alarms = findAlarms(structure, state);
  const items = measuredItems(structure, alarms);
  const open = items.filter(({ id }) => marks.get(id) === 'todo');
  const failed = findFailures({ structure, marks, alarms }).length;
  const kind = open.length > 0 ? 'open' : failed > 0 ? 'complete-with-failed' : 'complete';
  return { kind, items: items.length, failed, open };
}
