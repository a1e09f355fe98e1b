import type { Item } from '~/core/page/page';
import { leavesBeneath, type Structure } from '~/core/page/structure';
import { compareEntries, keys, type Entry } from './entry';
import type { ShownMark } from './marks';
import { leavesUnderWay, type Next, type Situation, type Status } from './status';

type Marks = ReadonlyMap<string, ShownMark>;

/** Returns whether an item, or anything beneath a group, is still open. */
export const isOpen = (structure: Structure, marks: Marks, item: Item): boolean =>
  leavesBeneath(structure, item.id).some(({ id }) => marks.get(id) === 'todo');

/** The numbered step that an item is, or is a part of: the innermost. */
export function stepAround(structure: Structure, item: Item | undefined): Item | undefined {
  if (item === undefined || item.ordered) return item;
  return stepAround(structure, structure.items.get(item.parent ?? ''));
}

/** The numbered list that an item stands in. */
export const stepsBeside = ({ steps }: Structure, item: Item): readonly Item[] =>
  steps.find((list) => list.includes(item)) ?? [];

/** The first open step of the numbered list that an item stands in, or that the step around it does. */
function openStepBeside({ structure, marks }: Situation, item: Item): Item | undefined {
  const step = stepAround(structure, item);
  return step && stepsBeside(structure, step).find((one) => isOpen(structure, marks, one));
}

/** The leaf among `leaves` that was marked last: where people are at work. */
function lastMarked({ state }: Situation, leaves: readonly Item[]): Item | undefined {
  let last: { entry: Entry; item: Item } | undefined;
  for (const item of leaves) {
    const entry = state.get(keys.mark(item.id));
    const isMarked = entry !== undefined && entry.value !== 'todo';
    if (isMarked && (last === undefined || compareEntries(last.entry, entry) < 0)) last = { entry, item };
  }
  return last?.item;
}

/**
 * The current step, at most one [RN6]: the numbered step that Next is or is a part of; where Next is in no numbered list, the first
 * open step of the list that was worked on last. At a hold, and when nothing more is to be done, no step is current.
 */
export function findCurrent(situation: Situation, status: Status, next: Next | undefined): Item | undefined {
  if (next?.kind !== 'item' || 'hold' in status) return undefined;
  const step = stepAround(situation.structure, next.item);
  if (step) return step;
  const worked = lastMarked(
    situation,
    leavesUnderWay(situation).filter((leaf) => openStepBeside(situation, leaf)),
  );
  return worked && openStepBeside(situation, worked);
}
