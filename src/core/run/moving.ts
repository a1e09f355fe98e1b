import { findFormer } from '~/core/page/former';
import { leavesBeneath, type Structure } from '~/core/page/structure';
import { compareEntries, followEntry, keys, type Entry } from './entry';
import { showMarks } from './marks';
import { stateOf, type Run } from './run';
import { readSubject } from './subject';

/**
 * The entries that say of `to` what the run says of `gone` [RW2]: its mark and note, by whom and when they were made, so
 * that two people who move the same tick make the same entry. Where `to` has a later entry already, they follow it as of
 * `now`. The old entries stay in the run.
 */
export function moveEntries(run: Run, gone: string, to: string, now: number): Entry[] {
  const state = stateOf(run);
  return [keys.mark, keys.note].flatMap((keyOf): Entry[] => {
    const old = state.get(keyOf(gone));
    if (old === undefined || old.value === '' || old.value === 'todo') return [];
    const moved = { ...old, key: keyOf(to) };
    const last = state.get(moved.key);
    if (last === undefined || compareEntries(last, moved) < 0) return [moved];
    return last.value === moved.value ? [] : [followEntry(last, moved, now)];
  });
}

/**
 * The entries that say of an item what the run says of it under an id that the page no longer has [RW3]: because a twin came or went, the
 * same words under the same heading have another id now. Marks, unticked ones too, and notes, by whom and when they were made.
 */
export function settleEntries(structure: Structure, run: Run): Entry[] {
  const state = stateOf(run);
  return [...state.values()].flatMap((entry) => {
    const subject = readSubject(entry);
    if (subject.kind !== 'mark' && subject.kind !== 'note') return [];
    const item = findFormer(structure, subject.item);
    if (item === undefined) return [];
    const moved = { ...entry, key: keys[subject.kind](item.id) };
    const last = state.get(moved.key);
    const isSilent = entry.value === (subject.kind === 'mark' ? item.initial : '');
    return (last === undefined ? !isSilent : compareEntries(last, moved) < 0) ? [moved] : [];
  });
}

/** The entries that say of the open items beneath a group what the run says of the group from before it had any [RW4]. */
export const spreadEntries = (structure: Structure, run: Run, group: string, now: number): Entry[] => {
  const marks = showMarks(structure, stateOf(run));
  return leavesBeneath(structure, group)
    .filter(({ id }) => marks.get(id) === 'todo')
    .flatMap(({ id }) => moveEntries(run, group, id, now).filter(({ key }) => key === keys.mark(id)));
};
