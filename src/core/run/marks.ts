import { isMark, type Item, type Mark } from '~/core/page/page';
import { leavesBeneath, type Structure } from '~/core/page/structure';
import { onceEach } from '~/core/once-each';
import { keys, markedItem } from './entry';
import { valueOf, type State } from './run';
import { readSubject } from './subject';

/** A group's mark is derived: `mixed` where its items differ. */
export type ShownMark = Mark | 'mixed';

/** Returns the mark of an item that is no group: the entered one, else the source's. */
export function markOf(state: State, item: Item): Mark {
  const value = state.get(keys.mark(item.id))?.value ?? '';
  return isMark(value) ? value : item.initial;
}

/** Returns the value that a run shows for a key: of an item that nobody has marked, the mark from the source. */
export function shownValue({ structure, state }: { structure: Structure; state: State }, key: string): string {
  const id = markedItem(key);
  if (id === undefined) return valueOf(state, key);
  const item = structure.items.get(id);
  return item === undefined ? valueOf(state, key) || 'todo' : markOf(state, item);
}

/** The mark of a group [GR1]: done when all is done or skipped, skipped when all is, todo when all is open, else mixed. */
export function deriveMark(marks: readonly ShownMark[]): ShownMark {
  const only = (...allowed: ShownMark[]) => marks.every((mark) => allowed.includes(mark));
  if (only('todo')) return 'todo';
  if (only('skipped')) return 'skipped';
  return only('done', 'skipped') ? 'done' : 'mixed';
}

/** The marks that the source gives. */
const initialMarks = onceEach(({ leaves }: Structure) => new Map(leaves.map(({ id, initial }) => [id, initial])));

/** Returns the mark that each item of the page shows, groups included, by id: the source's, unless another one was entered. */
export function showMarks(structure: Structure, state: State): Map<string, ShownMark> {
  const marks = new Map<string, ShownMark>(initialMarks(structure));
  for (const entry of state.values()) {
    const subject = readSubject(entry);
    if (subject.kind === 'mark' && marks.has(subject.item)) marks.set(subject.item, subject.mark);
  }
  for (const group of structure.beneath.keys()) {
    const leaves = leavesBeneath(structure, group).map(({ id }) => marks.get(id) ?? 'todo');
    marks.set(group, deriveMark(leaves));
  }
  return marks;
}
