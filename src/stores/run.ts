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
export const $view: ReadableAtom<View> = computed(
  [$structure, $run, $looking, $naming],
  (structure, run, visitor, name) =>
    structure === undefined ? emptyView : viewRun(structure, nameKnown(visitor ?? run, structure, name)),
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
  begun = { id: joined.id, until: Date.now() + instant };
  $twins.set({ kept: joined.id, other: other.id });
  switchRun(joined);
  removeRun(other);
}

/** The moment at which this tab sees to it that what it knows is kept, while it waits for that. */
let seeing: ReturnType<typeof setTimeout> | undefined;

/**
 * Keeps what this tab knows, soon: two tabs that wrote in the same instant each hear of an older state. Not at once, or every tab
 * would answer every write of every other; and not all tabs at the same moment, since the first one does it for all.
 */
function keepSoon(): void {
  seeing ??= setTimeout(keepNow, 100 + 300 * Math.random());
}

/** Whether the run that is shown was not taken off on purpose: whoever does that makes the page show another one first. */
function isStillShown(run: Run): boolean {
  const pointer = readPointer(run.page);
  return pointer === undefined || pointer === run.id;
}

/** Keeps the run that is shown, wherever storage lacks something of it. */
export function keepNow(): void {
  clearTimeout(seeing);
  seeing = undefined;
  const run = $run.get();
  if (run !== undefined && (isStillShown(run) || loadRun(run.page, run.id) !== undefined)) keepRun(run);
}

/** Takes over what another tab did to the run that is shown, or to the one that it started while there was none here. */
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

/** The run that is shown is not kept any more, and nobody has deleted it: it is written again, and that is told. */
function rewrite(run: Run): void {
  keepRun(run);
  // Where storage takes nothing, that has been told instead.
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

/** Opens a page: shows its run, and follows what other tabs do to it. Returns what stops following. */
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

/** Takes in what is remembered of items and fields that the page had once: what a run says of them is then named, or placed. */
export function rememberPast(past: Past): void {
  const structure = $structure.get();
  if (structure !== undefined && structure.past !== past) $structure.set({ ...structure, past });
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

/** Keeps the run that is shown, as it is now, and that the page shows it. */
export function keepRun(run: Run): void {
  const kept = saveRun(run);
  showRun(kept.page, kept.id);
  $run.set(kept);
}

/**
 * Reads the run again that the page shows: a page that was put away has heard nothing meanwhile. What was cleared is written again;
 * what another tab deleted or changed is followed.
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
