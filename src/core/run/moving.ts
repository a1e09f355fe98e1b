import { compareEntries, followEntry, keys, type Entry } from './entry';
import { stateOf, type Run } from './run';

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
