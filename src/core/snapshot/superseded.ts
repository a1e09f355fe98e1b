import { groupBy } from '~/core/group-by';
import { caps } from '~/core/run/caps';
import { compareEntries, type Entry } from '~/core/run/entry';
import { stateOf, type Run } from '~/core/run/run';
import { splitKey } from './key';
import type { SnapshotPage } from './snapshot-page';

/**
 * Returns whether an entry is still worth carrying once its key has another value: answers to holds, ends, failures, and all marks of
 * triggers [SN13].
 */
function matters({ key, value }: Entry, triggers: ReadonlySet<string>): boolean {
  const { kind, id } = splitKey(key);
  return kind === 'hold' || kind === 'end' || (kind === 'mark' && (value === 'failed' || triggers.has(id)));
}

/** Returns whether the next entry of the key repeats this one's value in the same minute, as when somebody signs it later. */
const isSameAgain = (entry: Entry, next: Entry | undefined): boolean =>
  next?.value === entry.value && next.at === entry.at;

/**
 * Finds the superseded entries of a run that a link carries, in order [SN13]. `dropped`: the number of the oldest that find no room.
 * `canTravel` returns whether links know the kind and value of an entry.
 */
export function findSuperseded(
  run: Run,
  { triggers = [] }: SnapshotPage,
  canTravel: (entry: Entry) => boolean,
): { carried: Entry[]; dropped: number } {
  const known = new Set(triggers);
  const state = stateOf(run);
  const mattered = run.entries.filter((entry) => canTravel(entry) && matters(entry, known));
  const found = [...groupBy(mattered, ({ key }) => key)].flatMap(([key, entries]) => {
    const last = state.get(key);
    return entries.filter((entry, i) => entry !== last && !isSameAgain(entry, entries[i + 1] ?? last));
  });
  const carried = found.toSorted(compareEntries).slice(-caps.superseded);
  return { carried, dropped: found.length - carried.length };
}
