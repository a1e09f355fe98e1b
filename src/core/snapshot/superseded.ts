import { caps } from '~/core/run/caps';
import { compareEntries, type Entry } from '~/core/run/entry';
import { stateOf, type Run } from '~/core/run/run';
import { splitKey } from './key';
import type { SnapshotPage } from './snapshot-page';

/** Whether an entry stays worth telling once its key says something else: answers to holds, ends, failures, whatever a trigger said [SN13]. */
function matters({ key, value }: Entry, triggers: ReadonlySet<string>): boolean {
  const { kind, id } = splitKey(key);
  return kind === 'hold' || kind === 'end' || (kind === 'mark' && (value === 'failed' || triggers.has(id)));
}

/** Whether an entry only says again, in the same minute, what the one before it said: somebody signed it later. */
const isSameAgain = (entry: Entry, next: Entry | undefined): boolean =>
  next?.value === entry.value && next.at === entry.at;

/**
 * The superseded entries of a run that a link carries, in order [SN13]; `dropped`: how many of the oldest find no room. `canTravel` says of an
 * entry whether links know its kind and value.
 */
export function findSuperseded(
  run: Run,
  { triggers = [] }: SnapshotPage,
  canTravel: (entry: Entry) => boolean,
): { carried: Entry[]; dropped: number } {
  const known = new Set(triggers);
  const state = stateOf(run);
  const mattered = run.entries.filter((entry) => canTravel(entry) && matters(entry, known));
  const found = [...Map.groupBy(mattered, ({ key }) => key)].flatMap(([key, entries]) => {
    const last = state.get(key);
    return entries.filter((entry, i) => entry !== last && !isSameAgain(entry, entries[i + 1] ?? last));
  });
  const carried = found.toSorted(compareEntries).slice(-caps.superseded);
  return { carried, dropped: found.length - carried.length };
}
