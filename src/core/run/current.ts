import type { Item } from '~/core/checklist/page';
import { contingencySteps, type Structure } from '~/core/checklist/structure';
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

/**
 * The current step of each numbered list that is under way [RN6]: its first open item, once something in the list is
 * settled or the run's next item is in it. Lists of a contingency that is off have none.
 */
export function findCurrent(structure: Structure, marks: Marks, on: readonly string[]): ReadonlySet<string> {
  const next = findNext(structure, marks, on);
  const lists = new Map<number, Item[]>();
  for (const item of itemsAhead(structure, on)) {
    if (item.ordered) lists.set(item.list, [...(lists.get(item.list) ?? []), item]);
  }
  const current = new Set<string>();
  for (const [list, items] of lists) {
    const begun = next?.list === list || items.some(({ id }) => marks.get(id) !== 'todo');
    const step = items.find(({ id }) => marks.get(id) === 'todo');
    if (begun && step !== undefined) current.add(step.id);
  }
  return current;
}
