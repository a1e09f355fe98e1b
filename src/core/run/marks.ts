import { marks, type Item, type Mark } from '~/core/checklist/page';
import { leavesBeneath, type Structure } from '~/core/checklist/structure';
import { keys } from './entry';
import type { State } from './run';

/** A group's mark is derived: `mixed` where its items differ. */
export type ShownMark = Mark | 'mixed';

export const isMark = (value: string): value is Mark => (marks as readonly string[]).includes(value);

/** The mark of an item that is no group: what was entered, else what the source says. */
export function markOf(state: State, item: Item): Mark {
  const value = state.get(keys.mark(item.id))?.value ?? '';
  return isMark(value) ? value : item.initial;
}

/** The mark of a group [GR1]: done when all is done or skipped, skipped when all is, todo when all is open, else mixed. */
export function deriveMark(marks: readonly Mark[]): ShownMark {
  const only = (...allowed: Mark[]) => marks.every((mark) => allowed.includes(mark));
  if (only('todo')) return 'todo';
  if (only('skipped')) return 'skipped';
  return only('done', 'skipped') ? 'done' : 'mixed';
}

/** The mark that each item of the page shows, groups included, by id. */
export function showMarks(structure: Structure, state: State): Map<string, ShownMark> {
  const shown = new Map<string, ShownMark>();
  for (const item of structure.leaves) shown.set(item.id, markOf(state, item));
  for (const group of structure.beneath.keys()) {
    shown.set(group, deriveMark(leavesBeneath(structure, group).map((leaf) => markOf(state, leaf))));
  }
  return shown;
}
