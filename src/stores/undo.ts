import { atom, computed, type ReadableAtom } from 'nanostores';
import type { Run } from '~/core/run/run';
import { doIfPermitted, type Outcome } from './permit';
import { $joined } from './joined';
import { $own } from './run';

/* The acts of this tab; the last one is undone first. They last as long as the page. */

/** One act of the reader: the run that it belongs to, if that matters, and the function that undoes it. */
interface Act {
  run: string | undefined;
  undo: () => Outcome | void;
}

const $acts = atom<readonly Act[]>([]);

// After two runs became one, the acts of both can be undone in it.
$joined.listen((joined) => {
  if (joined === undefined) return;
  $acts.set($acts.get().map((act) => (act.run === joined.other ? { ...act, run: joined.kept } : act)));
});

const isCurrent = (act: Act | undefined, run: Run | undefined): boolean =>
  act !== undefined && (act.run === undefined || act.run === run?.id);

/** True if this tab has an act in this run to undo. */
export const $canUndo: ReadableAtom<boolean> = computed([$acts, $own], (acts, run) => isCurrent(acts.at(-1), run));

/** Makes an act, of one run or of any, the one that Undo undoes. */
export const offerUndo = (undo: Act['undo'], run?: string): void => $acts.set([...$acts.get(), { run, undo }]);

/** Undoes the last act: entries by new ones that restore the previous values [RN5]. */
export const undo = (): Outcome =>
  doIfPermitted(() => {
    const last = $acts.get().at(-1);
    if (last === undefined || !isCurrent(last, $own.get())) return 'unchanged';
    $acts.set($acts.get().slice(0, -1));
    return last.undo();
  });
