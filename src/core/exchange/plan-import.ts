import type { Structure } from '~/core/page/structure';
import { followEntry, type Entry } from '~/core/run/entry';
import { shownValue } from '~/core/run/marks';
import { mergeRuns, stateOf, type Run } from '~/core/run/run';

/** The effect of importing a run: it is added, merged into the one of its page and id, or changes nothing. */
export interface Step {
  /** The run after the import. */
  run: Run;
  before: Run | undefined;
  kind: 'new' | 'merge' | 'same';
  /** Entries that come with it. */
  added: number;
  /** The number of these that change the view of the run. */
  changed: number;
}

const isSame = (a: Run, b: Run): boolean => a.page === b.page && a.id === b.id;

/** The entries of `after` by which its state differs from that of `before`. */
function findChanges(before: Run, after: Run): Entry[] {
  const old = stateOf(before);
  return [...stateOf(after).values()].filter(({ key, value }) => old.get(key)?.value !== value);
}

/** Plans an import run by run, in order; a run that comes twice is merged first [EX12]. */
export function planImport(kept: readonly Run[], incoming: readonly Run[]): Step[] {
  const arrived: Run[] = [];
  for (const run of incoming) {
    const at = arrived.findIndex((other) => isSame(other, run));
    const twin = arrived[at];
    if (twin === undefined) arrived.push(run);
    else arrived[at] = mergeRuns(twin, run);
  }
  return arrived.map((theirs): Step => {
    const mine = kept.find((run) => isSame(run, theirs));
    if (mine === undefined) {
      return { run: theirs, before: undefined, kind: 'new', added: theirs.entries.length, changed: 0 };
    }
    const run = mergeRuns(mine, theirs);
    const added = run.entries.length - mine.entries.length;
    const kind = added === 0 && run.start === mine.start ? 'same' : 'merge';
    return { run, before: mine, kind, added, changed: findChanges(mine, run).length };
  });
}

/** A merge: the run before and after it, and the page, whose source says what nobody has marked. */
interface Merged {
  structure: Structure;
  before: Run;
  after: Run;
}

/**
 * Makes the entries that undo a merge [RN5]: each key of `kept` that still has its value from the merge gets back the value that it
 * showed before. Values that somebody changed since stay; nothing is removed.
 */
export function revertEntries(
  { structure, before, after }: Merged,
  kept: Run,
  { by, now }: { by: string; now: number },
): Entry[] {
  const [shown, current] = [{ structure, state: stateOf(before) }, stateOf(kept)];
  return findChanges(before, after)
    .filter(({ key, value }) => current.get(key)?.value === value)
    .map(({ key }) => followEntry(current.get(key), { key, value: shownValue(shown, key), by }, now));
}
