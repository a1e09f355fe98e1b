import type { Item } from '~/core/page/page';
import { contingencySteps, type Structure } from '~/core/page/structure';
import type { Alarm } from './contingency';
import type { ShownMark } from './marks';

/** The items that an ended run is measured by: the steps of the contingencies that are on, then all that counts. */
export const measuredItems = (structure: Structure, alarms: readonly Alarm[]): Item[] => [
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
  const failed = structure.leaves.filter(({ id }) => marks.get(id) === 'failed');
  const measured = new Set(failed.length > 0 ? measuredItems(structure, alarms) : []);
  return failed.filter((item) => measured.has(item));
}
