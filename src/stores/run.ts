import { atom, computed, type ReadableAtom } from 'nanostores';
import type { Page } from '~/core/page/page';
import type { Past } from '~/core/page/remembered';
import { readStructure, type Structure } from '~/core/page/structure';
import { mergeRuns, type Run, type State } from '~/core/run/run';
import { emptyView, viewRun, type View } from '~/core/run/view';
import { nowMinute } from './clock';
import { makeId } from './make-id';
import { showRun, shownRun } from './pointer';
import { loadRun, saveRun } from './shelf';
import { $naming, nameKnown } from './strangers';
import { $looking } from './visitor';

/*
 * The run that this page shows. Read from the shelf when the page opens; every act writes entries through the shelf, and writes from other
 * tabs come back merged. A page without a run shows every item with its mark from the source; the first act starts a run.
 */

const $structure = atom<Structure | undefined>(undefined);
const $run = atom<Run | undefined>(undefined);
const $filler = atom<((structure: Structure, state: State) => Structure) | undefined>(undefined);

/** The reader's own run of this page, even while another run is shown in its place. */
export const $own: ReadableAtom<Run | undefined> = $run;

/** The view that the page shows; the empty view until a page is open. */
export const $view: ReadableAtom<View> = computed(
  [$structure, $run, $looking, $naming, $filler],
  (structure, own, visitor, name, fill) => {
    const run = visitor ?? own;
    return structure === undefined ? emptyView : viewRun(structure, run && nameKnown(run, structure, name), fill);
  },
);

const pageId = (): string => $view.get().structure.page.id;

/** The run that this tab left for a fresh one, and when: other tabs that go on with it, or with an older one, do not bring that here. */
let left = { id: '', at: 0 };

/** The run that the page shows, as it is kept now: another tab may have started it. */
export function loadShown(page: string): Run | undefined {
  const id = shownRun(page);
  const run = id && id !== left.id ? loadRun(page, id) : undefined;
  return run && run.start >= left.at ? run : undefined;
}

/** The run that a first act started here, and the time until which a run that another tab starts counts as started in the same instant. */
export const begun = { id: '', until: 0 };

/** The time for which two tabs may not know of each other's first act, in milliseconds. */
const instant = 5000;

/** Notes that a run was begun here a moment ago. */
export const noteBegun = (id: string): void => void Object.assign(begun, { id, until: Date.now() + instant });

/** Opens a page: shows its run. Changes from other tabs are followed from a moment later on (other-tabs.ts). */
export function openPage(page: Page): void {
  $structure.set(readStructure(page));
  followKept();
}

/** From now on fills the values of the shown run into the page's texts. */
export const fillTexts = (fill: (structure: Structure, state: State) => Structure): void => $filler.set(fill);

/** Shows the run that the page shows according to storage. */
export const followKept = (): void => $run.set(loadShown(pageId()));

/** Takes in the remembered items and fields that the page once had: the run's entries on them are then named, or placed. */
export function rememberPast(past: Past): void {
  const structure = $structure.get();
  if (structure !== undefined && structure.past !== past) $structure.set({ ...structure, past });
}

/** Shows a run in the state in which another tab left it. */
export const followRun = (run: Run): void => $run.set(run);

/** Makes the page show a run from now on, or none: the next act then starts a fresh one. */
export function switchRun(run: Run | undefined): void {
  left = run ? { id: '', at: 0 } : { id: $run.get()?.id ?? left.id, at: nowMinute() };
  showRun(pageId(), run?.id);
  $run.set(run);
}

/** Returns the run that acts go into: the shown one, one that another tab has started meanwhile, or a new one. */
export function beginRun(): Run {
  const page = pageId();
  const found = $run.get() ?? loadShown(page);
  if (found === undefined) {
    const run: Run = { id: makeId(), page, start: nowMinute(), entries: [] };
    noteBegun(run.id);
    switchRun(run);
    return run;
  }
  $run.set(found);
  return found;
}

/** Saves the shown run in its present state, and notes that the page shows it. */
export function keepRun(run: Run): void {
  const kept = saveRun(run);
  showRun(kept.page, kept.id);
  $run.set(kept);
}

/** Merges another run's entries into the shown run, regardless of their author, and saves it. */
export function mergeIn(theirs: Run): void {
  const mine = $run.get();
  switchRun(saveRun(mine === undefined ? theirs : mergeRuns(mine, theirs)));
}
