import type { Structure } from '~/core/page/structure';
import { keys, type Entry } from './entry';
import { readSubject } from './subject';
import type { State } from './run';

/** What a run says of items, fields and holds that the page no longer has: the tray "No longer in this checklist" [RN9]. */
export function findGone({ page, items }: Structure, state: State): Entry[] {
  const fields = new Set(page.fields.map(({ id }) => id));
  const holds = new Set(page.holds.flatMap(({ after, roles }) => roles.map((role) => keys.hold(after, role))));
  return [...state.values()].filter((entry) => {
    const subject = readSubject(entry);
    if (subject.kind === 'mark') return subject.mark !== 'todo' && !items.has(subject.item);
    if (entry.value === '') return false;
    if (subject.kind === 'note') return !items.has(subject.item);
    if (subject.kind === 'field') return !fields.has(subject.field);
    return subject.kind === 'hold' && !holds.has(entry.key);
  });
}
