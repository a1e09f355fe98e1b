import { atom, computed, type ReadableAtom } from 'nanostores';
import type { Page } from '~/core/page/page';
import { readStructure, type Structure } from '~/core/page/structure';
import { mergeRuns, stateOf, type Run, type State } from '~/core/run/run';
import { emptyView, viewRun, type View } from '~/core/run/view';
import { nowMinute } from './clock';
import { makeId } from './make-id';
import { loadRun, removeRun, saveRun, showRun, shownRun, watchRuns } from './shelf';
import { $looking } from './visitor';

/*
 * The run that this page shows. Read from the shelf when the page opens; every act writes entries through the shelf,
 * and what other tabs write comes back merged. A page without a run shows every item as the source has it; the first
 * act starts one.
 */

const $structure = atom<Structure | undefined>(undefined);
const $run = atom<Run | undefined>(undefined);
const $twins = atom<{ kept: string; other: string } | undefined>(undefined);

/** The reader's own run of this page, whatever is looked at. */
export const $own: ReadableAtom<Run | undefined> = $run;

/** The ids of two runs that became one last, `other` having gone into `kept`. */
export const $joined: ReadableAtom<{ kept: string; other: string } | undefined> = $twins;

/** What the page shows; the empty view until a page is open. */
export const $view: ReadableAtom<View> = computed([$structure, $run, $looking], (structure, run, visitor) =>
  structure === undefined ? emptyView : viewRun(structure, visitor ?? run),
);

const pageId = (): string => $view.get().structure.page.id;

/** The run that the page shows, as it is kept now: another tab may have started it. */
function loadShown(page: string): Run | undefined {
  const id = shownRun(page);
  return id === undefined ? undefined : loadRun(page, id);
}

/** The run that a first act started here, and until when another tab's may have been started in the same instant. */
let begun: { id: string; until: number } | undefined;

/** How long two tabs may not know of each other's first act, in milliseconds. */
const instant = 5000;

/** Two tabs started a run each, in the same instant: both tabs make one of them, the one with the smaller id. */
function joinRuns(mine: Run, theirs: Run): void {
  const [kept, other] = mine.id < theirs.id ? [mine, theirs] : [theirs, mine];
  const joined = saveRun(mergeRuns(kept, other));
  removeRun(other);
  begun = { id: joined.id, until: Date.now() + instant };
  $twins.set({ kept: joined.id, other: other.id });
  switchRun(joined);
}

/** Takes over what another tab did to the run that is shown, or to the one that it started while there was none here. */
function follow(heard: Run): void {
  const run = $run.get();
  if (run === undefined) {
    if (shownRun(heard.page) === heard.id) $run.set(heard);
  } else if (heard.id === run.id) {
    const merged = mergeRuns(run, heard);
    $run.set(merged.entries.length > heard.entries.length ? saveRun(merged) : merged);
  } else if (begun?.id === run.id && Date.now() < begun.until && heard.start >= run.start - 1) {
    joinRuns(run, heard);
  }
}

/** Opens a page: shows its run, and follows what other tabs do to it. Returns what stops following. */
export function openPage(page: Page): () => void {
  $structure.set(readStructure(page));
  $run.set(loadShown(page.id));
  return watchRuns((heard) => {
    if (heard.page !== page.id) return;
    if ('entries' in heard) follow(heard);
    else if (heard.id === $run.get()?.id) $run.set(loadShown(page.id));
  });
}

/** Makes the page show a run from now on, or none: the next act then starts a fresh one. */
export function switchRun(run: Run | undefined): void {
  showRun(pageId(), run?.id);
  $run.set(run);
}

/** The run that acts go into: the one that is shown, the one that another tab has started meanwhile, or a new one. */
export function beginRun(): Run {
  const page = pageId();
  const found = $run.get() ?? loadShown(page);
  if (found === undefined) {
    const run: Run = { id: makeId(), page, start: nowMinute(), entries: [] };
    begun = { id: run.id, until: Date.now() + instant };
    switchRun(run);
    return run;
  }
  $run.set(found);
  return found;
}

/** Keeps the run that is shown, as it is now. */
export const keepRun = (run: Run): void => $run.set(saveRun(run));

/** Merges entries into the run that is shown, whoever made them, and keeps it. */
export function mergeIn(theirs: Run): void {
  const mine = $run.get();
  switchRun(saveRun(mine === undefined ? theirs : mergeRuns(mine, theirs)));
}

const nothing: State = new Map();

/** The state that acts build on: that of the reader's own run. */
export function ownState(): State {
  const run = $run.get();
  return run === undefined ? nothing : stateOf(run);
}
