import { findFormer } from '~/core/page/former';
import { leavesBeneath, type Structure } from '~/core/page/structure';
import { keys, type Entry } from './entry';
import { readSubject } from './subject';
import type { State } from './run';
import type { View } from './view';

/**
 * What a run says of items, fields and holds that the page no longer has: the tray "No longer in this checklist" [RN9]. An item that stands
 * there under another id, because a twin came or went, is not gone.
 */
export function findGone(structure: Structure, state: State): Entry[] {
  const { page, items } = structure;
  const isGone = (id: string) => !items.has(id) && findFormer(structure, id) === undefined;
  const fields = new Set(page.fields.map(({ id }) => id));
  const holds = new Set(page.holds.flatMap(({ after, roles }) => roles.map((role) => keys.hold(after, role))));
  return [...state.values()].filter((entry) => {
    const subject = readSubject(entry);
    if (subject.kind === 'mark') return subject.mark !== 'todo' && isGone(subject.item);
    if (entry.value === '') return false;
    if (subject.kind === 'note') return isGone(subject.item);
    if (subject.kind === 'field') return !fields.has(subject.field);
    return subject.kind === 'hold' && !holds.has(entry.key);
  });
}

/** Marks of items that were ticked and then got items beneath them: a group's mark is derived, so these show nowhere else [RW4]. */
export const findOutgrown = (structure: Structure, { state, marks }: Pick<View, 'state' | 'marks'>): Entry[] =>
  [...structure.beneath.keys()].flatMap((group) => {
    const entry = state.get(keys.mark(group));
    const isOpen = leavesBeneath(structure, group).some(({ id }) => (marks.get(id) ?? 'todo') === 'todo');
    return entry !== undefined && entry.value !== 'todo' && isOpen ? [entry] : [];
  });
