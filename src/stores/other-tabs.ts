import { lacksEntries, mergeRuns, type Run } from '~/core/run/run';
import { noteJoined } from './joined';
import { carryLooked } from './looked';
import { readPointer, shownRun } from './pointer';
import { $own, $view, begun, followKept, followRun, keepRun, loadShown, noteBegun, switchRun } from './run';
import { findKept, loadRun, removeRun, saveRun } from './shelf';
import { tell } from './trouble';
import { watchRuns, type Heard } from './watch-runs';

/*
 * The answer to all that other tabs, and the browser itself, do to the run that this page shows: entries come in merged, a run that was
 * cleared is written again, a run that was deleted is left. It begins right after the first frame and catches up with what it has missed;
 * the run in memory is kept once more when the page is left.
 */

/** Joins two runs that two tabs started in the same instant: both tabs keep the one with the smaller id. */
function joinRuns(mine: Run, theirs: Run): void {
  const [kept, other] = mine.id < theirs.id ? [mine, theirs] : [theirs, mine];
  const joined = saveRun(mergeRuns(kept, other));
  carryLooked(other, joined);
  noteBegun(joined.id);
  noteJoined({ kept: joined.id, other: other.id });
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
  const run = $own.get();
  if (run !== undefined && (isStillShown(run) || loadRun(run.page, run.id) !== undefined)) keepRun(run);
}

/** Takes over another tab's change of the shown run, or of the run that it started while this tab had none. */
function follow(heard: Run): void {
  const run = $own.get();
  if (run === undefined) {
    if (loadShown(heard.page)?.id === heard.id) followRun(heard);
  } else if (heard.id === run.id) {
    const merged = mergeRuns(run, heard);
    followRun(merged);
    if (lacksEntries(heard, merged)) keepSoon();
  } else if (begun.id === run.id && Date.now() < begun.until && heard.start >= run.start - 1) {
    joinRuns(run, heard);
  }
}

/** Writes the shown run again after storage lost it although nobody deleted it, and announces that. */
function rewrite(run: Run): void {
  keepRun(run);
  // If storage refuses the write, the reader has been told that instead.
  if (findKept(run.page, run.id).run !== undefined) tell({ kind: 'rewritten' });
}

function hear(page: string, heard: Heard): void {
  const run = $own.get();
  if (heard === 'cleared') {
    if (run !== undefined) rewrite(run);
  } else if (heard === 'shown') {
    // The run came before the word that it is shown: a page without one shows what its next act will go into.
    if (run === undefined) followKept();
  } else if (heard.page !== page) return;
  else if ('entries' in heard) follow(heard);
  else if (run !== undefined && heard.id === run.id) {
    if (isStillShown(run)) rewrite(run);
    else followKept();
  }
}

/**
 * Reads the page's run again: a page in the background has missed all changes. A cleared run is written again; a run that another tab
 * deleted or changed is followed.
 */
export function rereadRun(): void {
  const run = $own.get();
  const kept = run && loadRun(run.page, run.id);
  if (run !== undefined && isStillShown(run)) {
    if (kept === undefined) rewrite(run);
    else if (lacksEntries(run, kept) || lacksEntries(kept, run)) keepRun(mergeRuns(run, kept));
  } else followKept();
}

/** Follows the other tabs of this browser from now on. */
export function followTabs(): void {
  const { id: page } = $view.get().structure.page;
  addEventListener('pagehide', keepNow);
  watchRuns((heard) => hear(page, heard));
  const other = loadRun(page, shownRun(page) ?? '');
  // Two tabs may have begun a run before either of them followed the other.
  if (other !== undefined && other.id !== begun.id && $own.get()?.id === begun.id) follow(other);
  else rereadRun();
}
