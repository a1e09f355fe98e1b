import type { Item } from '~/core/checklist/page';
import type { Structure } from '~/core/checklist/structure';
import { keys, type Entry } from './entry';
import { markOf } from './marks';
import type { State } from './run';

/** A contingency that is on: the trigger that was ticked first, and the entry that ticked it, where somebody did. */
export interface Alarm {
  section: string;
  trigger: Item;
  entry: Entry | undefined;
}

/** The contingencies that are on: those with a ticked trigger [CT1]. Each names the trigger that was ticked first. */
export function findAlarms(structure: Structure, state: State): Alarm[] {
  const ticked = [...structure.triggers.keys()]
    .flatMap((id) => (structure.beneath.has(id) ? [] : (structure.items.get(id) ?? [])))
    .filter((item) => markOf(state, item) === 'done')
    .map((trigger) => ({ trigger, entry: state.get(keys.mark(trigger.id)) }))
    .toSorted((a, b) => (a.entry?.at ?? 0) - (b.entry?.at ?? 0));
  return structure.page.contingencies.flatMap(({ section }) => {
    const first = ticked.find(({ trigger }) => structure.triggers.get(trigger.id) === section);
    return first === undefined ? [] : [{ section, ...first }];
  });
}
