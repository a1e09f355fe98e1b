import { atom, computed, type ReadableAtom } from 'nanostores';
import type { Entry } from '~/core/run/entry';
import type { Run } from '~/core/run/run';
import { $joined } from './joined';
import type { Outcome } from './permit';
import { $own } from './run';

/* The acts of this tab; the last one is undone first (undo.ts). They last as long as the page. */

/** The entries that an act made, and what each of their keys said before. */
interface Entered {
  made: readonly Entry[];
  before: readonly Pick<Entry, 'key' | 'value'>[];
}

/** One act of the reader: the run that it belongs to, if that matters, and what undoes it. */
interface Act {
  run: string | undefined;
  undo: Entered | (() => Outcome | void);
}

/** The acts, in their order. */
export const $doneActs = atom<readonly Act[]>([]);

// After two runs became one, the acts of both can be undone in it.
$joined.listen((joined) => {
  if (joined === undefined) return;
  $doneActs.set($doneActs.get().map((act) => (act.run === joined.other ? { ...act, run: joined.kept } : act)));
});

/** Tells whether an act can be undone while this run is shown. */
export const isCurrent = (act: Act | undefined, run: Run | undefined): act is Act =>
  act !== undefined && (act.run === undefined || act.run === run?.id);

/** True if this tab has an act in this run to undo. */
export const $canUndo: ReadableAtom<boolean> = computed([$doneActs, $own], (acts, run) => isCurrent(acts.at(-1), run));

/** Makes an act, of one run or of any, the one that Undo undoes. */
export const offerUndo = (undo: Act['undo'], run?: string): void => $doneActs.set([...$doneActs.get(), { run, undo }]);
