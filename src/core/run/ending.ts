import type { Item } from '~/core/page/page';
import { contingencySteps, type Structure } from '~/core/page/structure';
import { findAlarms, type Alarm } from './contingency';
import { keys, type Entry } from './entry';
import { showMarks, type ShownMark } from './marks';
import type { State } from './run';

/** The effect of ending the run now. */
export interface Ending {
  /** "complete"; "complete with 2 failed"; "96 items: 3 still open, finish anyway?" */
  kind: 'complete' | 'complete-with-failed' | 'open';
  /** Items that count, those that do not apply and the steps of contingencies that are on among them. */
  items: number;
  failed: number;
  /** The items still open, the steps of contingencies first. */
  open: readonly Item[];
}

/** The items that an ended run is measured by: the steps of the contingencies that are on, then all that counts. */
const measured = (structure: Structure, alarms: readonly Alarm[]): Item[] => [
  ...alarms.flatMap(({ section }) => contingencySteps(structure, section)),
  ...structure.counted,
];

/** The items that failed, those of contingencies that are on among them, in the order of the page. */
export function findFailures(situation: {
  structure: Structure;
  marks: ReadonlyMap<string, ShownMark>;
  alarms: readonly Alarm[];
}): Item[] {
  const { structure, marks, alarms } = situation;
  const items = new Set(measured(structure, alarms));
  return structure.leaves.filter((item) => items.has(item) && marks.get(item.id) === 'failed');
}

/** Describes the effect of ending a run [EN1]. */
export function describeEnding(structure: Structure, state: State): Ending {
  const marks = showMarks(structure, state);
  const alarms = findAlarms(structure, state);
  const items = measured(structure, alarms);
  const open = items.filter(({ id }) => marks.get(id) === 'todo');
  const failed = findFailures({ structure, marks, alarms }).length;
  const kind = open.length > 0 ? 'open' : failed > 0 ? 'complete-with-failed' : 'complete';
  return { kind, items: items.length, failed, open };
}

/** Finds the entry that ended the run; `undefined` while it is under way or after it was reopened [EN2]. */
export function findEnd(state: State): Entry | undefined {
  const entry = state.get(keys.end);
  return entry === undefined || entry.value === '' ? undefined : entry;
}
