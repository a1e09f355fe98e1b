import { findFormer } from '~/core/page/former';
import { leavesBeneath, type Structure } from '~/core/page/structure';
import { compareEntries, followEntry, isMarkKey, keys, type Entry } from './entry';
import { showMarks } from './marks';
import { stateOf, type Run } from './run';
import { readSubject } from './subject';

/** Makes the entry that gives a key the value that another one has; none where there is no value, or it is there already. */
function moveValue(run: Run, from: string, to: string, now: number): Entry[] {
  const state = stateOf(run);
  const old = state.get(from);
  const isOpen = old?.value === 'todo' && isMarkKey(from);
  if (old === undefined || old.value === '' || isOpen) return [];
  const moved = { ...old, key: to };
  const last = state.get(to);
  if (last === undefined || compareEntries(last, moved) < 0) return [moved];
  return last.value === moved.value ? [] : [followEntry(last, moved, now)];
}

/**
 * Makes the entries that give `to` the values of `gone` [RW2]: its mark and note, with their authors and times, so that two people who move
 * the same tick make the same entry. If `to` has a later entry already, they follow it as of `now`. The old entries stay in the run.
 */
export const moveEntries = (run: Run, gone: string, to: string, now: number): Entry[] =>
  [keys.mark, keys.note].flatMap((keyOf) => moveValue(run, keyOf(gone), keyOf(to), now));

/** Makes the entry that gives the field `to` the value of the field `gone`, in the same way [RW2]. */
export const moveField = (run: Run, gone: string, to: string, now: number): Entry[] =>
  moveValue(run, keys.field(gone), keys.field(to), now);

/**
 * Makes the entries that give an item the values that the run has under an id that the page no longer has [RW3]: because a twin was added
 * or removed, the same words under the same heading have another id now. Marks, unticked ones too, and notes, with their authors and times.
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

/** Makes the entries that give the open items beneath a group the mark that the group had before it had items [RW4]. */
export const spreadEntries = (structure: Structure, run: Run, group: string, now: number): Entry[] => {
  const marks = showMarks(structure, stateOf(run));
  return leavesBeneath(structure, group)
    .filter(({ id }) => marks.get(id) === 'todo')
    .flatMap(({ id }) => moveEntries(run, group, id, now).filter(({ key }) => key === keys.mark(id)));
};
