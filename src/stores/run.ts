import { atom, computed, type ReadableAtom } from 'nanostores';
import type { Page } from '~/core/page/page';
import type { Past } from '~/core/page/remembered';
import { readStructure, type Structure } from '~/core/page/structure';
import { lacksEntries, mergeRuns, stateOf, type Run, type State } from '~/core/run/run';
import { emptyView, viewRun, type View } from '~/core/run/view';
import { nowMinute } from './clock';
import { makeId } from './make-id';
import { readPointer, showRun, shownRun } from './pointer';
import { loadRun, removeRun, saveRun, watchRuns, type Heard } from './shelf';
import { $naming, nameKnown } from './strangers';
import { tell } from './trouble';
import { $looking } from './visitor';

/*
 * The run that this page shows. Read from the shelf when the page opens; every act writes entries through the shelf, and writes from other
 * tabs come back merged. A page without a run shows every item with its mark from the source; the first act starts a run.
 */

const $structure = atom<Structure | undefined>(undefined);
const $run = atom<Run | undefined>(undefined);
const $filler = atom<((structure: Structure, state: State) => Structure) | undefined>(undefined);
const $twins = atom<{ kept: string; other: string } | undefined>(undefined);

/** The reader's own run of this page, even while another run is shown in its place. */
export const $own: ReadableAtom<Run | undefined> = $run;

/** The ids of the two runs that were joined last: `other` was merged into `kept`. */
export const $joined: ReadableAtom<{ kept: string; other: string } | undefined> = $twins;

/** The view that the page shows; the empty view until a page is open. */
export const $view: ReadableAtom<View> = computed(
  [$structure, $run, $looking, $naming, $filler],
  (structure, run, visitor, name, fill) =>
    structure === undefined ? emptyView : viewRun(structure, nameKnown(visitor ?? run, structure, name), fill),
);

const pageId = (): string => $view.get().structure.page.id;

/** The run that the page shows, as it is kept now: another tab may have started it. */
function loadShown(page: string): Run | undefined {
  const id = shownRun(page);
  return id === undefined ? undefined : loadRun(page, id);
}

/** The run that a first act started here, and the time until which a run that another tab starts counts as started in the same instant. */
let begun: { id: string; until: number } | undefined;

/** The time for which two tabs may not know of each other's first act, in milliseconds. */
const instant = 5000;

/** Joins two runs that two tabs started in the same instant: both tabs keep the one with the smaller id. */
function joinRuns(mine: Run, theirs: Run): void {
  const [kept, other] = mine.id < theirs.id ? [mine, theirs] : [theirs, mine];
  const joined = saveRun(mergeRuns(kept, other));
  begun = { id: joined.id, until: Date.now() + instant };
  $twins.set({ kept: joined.id, other: other.id });
  switchRun(joined);
  removeRun(other);
}

/** The timer of `keepSoon`, while it runs. */
let seeing: ReturnType<typeof setTimeout> | undefined;

/**
 * Keeps this tab's run after a short delay: two tabs that wrote in the same instant each hear of an older state. Not at once, or every tab
 * would answer every write of every other; and not all tabs at the same moment, since the first one does it for all.
 */
function keepSoon(): void {
  seeing ??= setTimeout(keepNow, 100 + 300 * Math.random());
}

/** Returns whether the page still shows this run: a tab that removes it on purpose makes the page show another one first. */
function isStillShown(run: Run): boolean {
  const pointer = readPointer(run.page);
  return pointer === undefined || pointer === run.id;
}

/** Saves the shown run if storage lacks any part of it. */
export function keepNow(): void {
  clearTimeout(seeing);
  seeing = undefined;
  const run = $run.get();
  if (run !== undefined && (isStillShown(run) || loadRun(run.page, run.id) !== undefined)) keepRun(run);
}

/** Takes over another tab's change of the shown run, or of the run that it started while this tab had none. */
function follow(heard: Run): void {
  const run = $run.get();
  if (run === undefined) {
    if (shownRun(heard.page) === heard.id) $run.set(heard);
  } else if (heard.id === run.id) {
    const merged = mergeRuns(run, heard);
    $run.set(merged);
    if (lacksEntries(heard, merged)) keepSoon();
  } else if (begun?.id === run.id && Date.now() < begun.until && heard.start >= run.start - 1) {
    joinRuns(run, heard);
  }
}

/** Writes the shown run again after storage lost it although nobody deleted it, and announces that. */
function rewrite(run: Run): void {
  keepRun(run);
  // If storage refuses the write, the reader has been told that instead.
  if (loadRun(run.page, run.id) !== undefined) tell({ kind: 'rewritten' });
}

function hear(page: string, heard: Heard): void {
  const run = $run.get();
  if (heard === 'cleared') {
    if (run !== undefined) rewrite(run);
  } else if (heard.page !== page) return;
  else if ('entries' in heard) follow(heard);
  else if (run !== undefined && heard.id === run.id) {
    if (isStillShown(run)) rewrite(run);
    else $run.set(loadShown(page));
  }
}

/** Opens a page: shows its run, and follows changes from other tabs. Returns the function that stops following. */
export function openPage(page: Page): () => void {
  $structure.set(readStructure(page));
  $run.set(loadShown(page.id));
  addEventListener('pagehide', keepNow);
  const stop = watchRuns((heard) => hear(page.id, heard));
  return () => {
    removeEventListener('pagehide', keepNow);
    stop();
  };
}

/** From now on fills the values of the shown run into the page's texts. */
export const fillTexts = (fill: (structure: Structure, state: State) => Structure): void => $filler.set(fill);

/** Takes in the remembered items and fields that the page once had: the run's entries on them are then named, or placed. */
export function rememberPast(past: Past): void {
  const structure = $structure.get();
  if (structure !== undefined && structure.past !== past) $structure.set({ ...structure, past });
}

/** Makes the page show a run from now on, or none: the next act then starts a fresh one. */
export function switchRun(run: Run | undefined): void {
  showRun(pageId(), run?.id);
  $run.set(run);
}

/** Returns the run that acts go into: the shown one, one that another tab has started meanwhile, or a new one. */
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

/** Saves the shown run in its present state, and notes that the page shows it. */
export function keepRun(run: Run): void {
  const kept = saveRun(run);
  showRun(kept.page, kept.id);
  $run.set(kept);
}

/**
 * Reads the page's run again: a page in the background has missed all changes. A cleared run is written again; a run that another tab
 * deleted or changed is followed.
 */
export function rereadRun(): void {
  const run = $run.get();
  const { id: page } = $view.get().structure.page;
  const kept = run && loadRun(page, run.id);
  if (run !== undefined && isStillShown(run)) {
    if (kept === undefined) rewrite(run);
    else if (lacksEntries(run, kept) || lacksEntries(kept, run)) keepRun(mergeRuns(run, kept));
  } else $run.set(loadShown(page));
}

/** Merges another run's entries into the shown run, regardless of their author, and saves it. */
export function mergeIn(theirs: Run): void {
  const mine = $run.get();
  switchRun(saveRun(mine === undefined ? theirs : mergeRuns(mine, theirs)));
}

const nothing: State = new Map();

/** Returns the state that acts build on: that of the reader's own run. */
export function ownState(): State {
  const run = $run.get();
  return run === undefined ? nothing : stateOf(run);
}
