import type { Item } from '~/core/checklist/page';
import { contingencySteps, leavesBeneath, type Structure } from '~/core/checklist/structure';
import type { ShownMark } from './marks';

type Marks = ReadonlyMap<string, ShownMark>;

/** The items that the run is about now: the steps of the contingencies that are on, then all that counts [CT4]. */
const itemsAhead = (structure: Structure, on: readonly string[]): Item[] => [
  ...on.flatMap((section) => contingencySteps(structure, section)),
  ...structure.counted,
];

/** The next open item of the run: a contingency that is on comes first; none when all is settled [RN7]. */
export const findNext = (structure: Structure, marks: Marks, on: readonly string[]): Item | undefined =>
  itemsAhead(structure, on).find(({ id }) => marks.get(id) === 'todo');

/** Whether something is still open in an item, or beneath a group. */
export const isOpen = (structure: Structure, marks: Marks, item: Item): boolean =>
  leavesBeneath(structure, item.id).some(({ id }) => marks.get(id) === 'todo');

/**
 * The current step of each numbered list that is under way [RN6]: its first open item, be it a group, once something in the
 * list is settled or the run's next item is in it. Lists of a contingency that is off have none.
 */
export function findCurrent(structure: Structure, marks: Marks, on: readonly string[]): ReadonlySet<string> {
  const ahead = new Set(itemsAhead(structure, on));
  const next = findNext(structure, marks, on);
  const lists = new Map<number, Item[]>();
  for (const item of structure.page.items) {
    if (item.ordered) lists.set(item.list, [...(lists.get(item.list) ?? []), item]);
  }
  const current = new Set<string>();
  for (const steps of lists.values()) {
    const leaves = steps.flatMap(({ id }) => leavesBeneath(structure, id)).filter((leaf) => ahead.has(leaf));
    const begun = leaves.some((leaf) => leaf === next || marks.get(leaf.id) !== 'todo');
    const step = begun && steps.find((item) => isOpen(structure, marks, item));
    if (step) current.add(step.id);
  }
  return current;
}
