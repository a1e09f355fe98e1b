import { atom, computed, type ReadableAtom } from 'nanostores';
import type { Run } from '~/core/run/run';
import { passDoor, type Outcome } from './door';
import { $joined, $own } from './run';

/* The acts of this tab, the last one first to be taken back. They last as long as the page. */

/** One act of the reader: in which run, if that matters, and what takes it back. */
interface Act {
  run: string | undefined;
  undo: () => Outcome | void;
}

const $acts = atom<readonly Act[]>([]);

// Two runs that became one: what was done in either can be taken back in it.
$joined.listen((joined) => {
  if (joined === undefined) return;
  $acts.set($acts.get().map((act) => (act.run === joined.other ? { ...act, run: joined.kept } : act)));
});

const isCurrent = (act: Act | undefined, run: Run | undefined): boolean =>
  act !== undefined && (act.run === undefined || act.run === run?.id);

/** Whether there is an act of this tab, in this run, to take back. */
export const $canUndo: ReadableAtom<boolean> = computed([$acts, $own], (acts, run) => isCurrent(acts.at(-1), run));

/** Makes an act, of one run or of any, the one that Undo takes back. */
export const offerUndo = (undo: Act['undo'], run?: string): void => $acts.set([...$acts.get(), { run, undo }]);

/** Takes the last act back: entries by new ones that restore what was before [RN5]. */
export const undo = (): Outcome =>
  passDoor(() => {
    const last = $acts.get().at(-1);
    if (last === undefined || !isCurrent(last, $own.get())) return 'unchanged';
    $acts.set($acts.get().slice(0, -1));
    return last.undo();
  });
