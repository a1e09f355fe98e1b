import type { Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { keys, type Entry } from './entry';
import { markOf } from './marks';
import type { State } from './run';

/** A contingency that is on: the trigger that was ticked first, and the entry that ticked it, where somebody did. */
export interface Alarm {
  section: string;
  trigger: Item;
  entry: Entry | undefined;
}

/** The ticked triggers of a contingency: clearing them all turns it off [CT2]. */
export const tickedTriggers = (structure: Structure, state: State, section: string): Item[] =>
  structure.leaves.filter((item) => structure.triggers.get(item.id) === section && markOf(state, item) === 'done');

/** The contingencies that are on: those with a ticked trigger [CT1]. Each names the trigger that was ticked first. */
export const findAlarms = (structure: Structure, state: State): Alarm[] =>
  structure.page.contingencies.flatMap(({ section }) => {
    const [first] = tickedTriggers(structure, state, section)
      .map((trigger) => ({ section, trigger, entry: state.get(keys.mark(trigger.id)) }))
      .toSorted((a, b) => (a.entry?.at ?? 0) - (b.entry?.at ?? 0));
    return first ?? [];
  });
