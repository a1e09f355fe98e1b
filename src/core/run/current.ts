import type { Item } from '~/core/page/page';
import { contingencySteps, leavesBeneath, type Structure } from '~/core/page/structure';
import type { ShownMark } from './marks';

type Marks = ReadonlyMap<string, ShownMark>;

/** The next open item of the run [RN7]: the steps of the contingencies that are on come first, then all that counts [CT4]. */
export function findNext(structure: Structure, marks: Marks, on: readonly string[]): Item | undefined {
  const isTodo = ({ id }: Item) => marks.get(id) === 'todo';
  const step = on.flatMap((section) => contingencySteps(structure, section)).find(isTodo);
  return step ?? structure.counted.find(isTodo);
}

/** Whether the run is about an item now: not in a contingency that is off, nor what turns one on. */
function isAhead({ contingent, triggers }: Structure, on: readonly string[], { id }: Item): boolean {
  const contingency = contingent.get(id);
  return !triggers.has(id) && (contingency === undefined || on.includes(contingency));
}

/** Whether something is still open in an item, or beneath a group. */
export const isOpen = (structure: Structure, marks: Marks, item: Item): boolean =>
  leavesBeneath(structure, item.id).some(({ id }) => marks.get(id) === 'todo');

/**
 * The current step of each numbered list that is under way [RN6]: its first open item, be it a group, once something in the
 * list is settled or the run's next item is in it. Lists of a contingency that is off have none.
 */
export function findCurrent(structure: Structure, marks: Marks, on: readonly string[]): ReadonlySet<string> {
  const next = findNext(structure, marks, on);
  const isBegun = (leaf: Item) => isAhead(structure, on, leaf) && (leaf === next || marks.get(leaf.id) !== 'todo');
  const lists = structure.steps.filter((steps) => steps.some(({ id }) => leavesBeneath(structure, id).some(isBegun)));
  return new Set(lists.flatMap((steps) => steps.find((item) => isOpen(structure, marks, item))?.id ?? []));
}
