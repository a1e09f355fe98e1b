import { atom, type ReadableAtom } from 'nanostores';
import { groupBy } from '~/core/group-by';
import { planImport, type Step } from '~/core/exchange/plan-import';
import { carryOver } from '~/core/run/carry-over';
import { followEntry, keys } from '~/core/run/entry';
import { addEntries, orderEntries, stateOf, valueOf, type Run } from '~/core/run/run';
import { cleanLine } from '~/core/text';
import { listAside, removeAside, restoreAside, type AsideValue } from './aside-values';
import { nowMinute } from './clock';
import { carryLooked } from './looked';
import { offerUndo } from './done-acts';
import { makeId } from './make-id';
import { $pageModels, loadPageOf } from './page-models';
import { showRun, shownRun } from './pointer';
import { prefer } from './preferences';
import { loadRun, removeRun, saveRun } from './shelf';
import { listRuns } from './shelf-list';
import { takeBack } from './take-back';
import { watchRuns } from './watch-runs';

/*
 * All runs of this browser, away from their pages. Read from the shelf when the list opens, and again after every act and every change from
 * another tab. Acts write through the shelf; each can be undone.
 */

/** A run on the shelf, with the bytes that it takes. */
export interface Kept {
  run: Run;
  bytes: number;
}

const $kept = atom<readonly Kept[]>([]);
const $setAside = atom<readonly AsideValue[]>([]);

/** The runs, newest start first. */
export const $runs: ReadableAtom<readonly Kept[]> = $kept;

/** The values that could not be read. */
export const $aside: ReadableAtom<readonly AsideValue[]> = $setAside;

/** Fetches the pages of all runs. */
const loadPages = () =>
  Promise.all(
    [...groupBy($kept.get(), ({ run }) => run.page)].map(([page, kept]) =>
      loadPageOf(
        page,
        kept.map(({ run }) => run),
      ),
    ),
  );

/** Reads the list again. */
export function rereadList(): void {
  $kept.set(listRuns());
  $setAside.set(listAside());
  void loadPages();
}

/** Reads the list, and follows other tabs: what they do to runs, and which of them they show. Returns the function that stops following. */
export function openList(): () => void {
  rereadList();
  // Entries that a killed browser did not write are recovered a moment later.
  void import('./recover').then(({ recover }) => recover()).then((runs) => runs.length > 0 && rereadList());
  return watchRuns(rereadList);
}

/** Resolves once all pages of the list are fetched or known to be unavailable, or after a second, whichever comes first. */
export async function pagesSettled(): Promise<void> {
  await Promise.race([loadPages(), new Promise((resolve) => void setTimeout(resolve, 1000))]);
}

/** Returns the run's present state on the shelf: later acts must follow the entries made meanwhile. */
export const keptOf = (run: Run): Run => loadRun(run.page, run.id) ?? run;

/** Enters the new value of a key in a run that no page of this tab shows. */
function enterIn(run: Run, key: string, value: string): void {
  const kept = keptOf(run);
  const last = stateOf(kept).get(key);
  saveRun(addEntries(kept, [followEntry(last, { key, value, by: prefer('name') }, nowMinute())]));
  rereadList();
}

/** Gives a run a title, or takes it away where that is empty. Returns the run as it is kept then. */
export function renameListed(run: Run, title: string): Run {
  const before = valueOf(stateOf(keptOf(run)), keys.title);
  const clean = cleanLine(title);
  if (clean !== before) {
    enterIn(run, keys.title, clean);
    offerUndo(() => {
      if (valueOf(stateOf(keptOf(run)), keys.title) !== clean) return 'unchanged';
      enterIn(run, keys.title, before);
      return 'ok';
    });
  }
  return keptOf(run);
}

/** Takes a run off the shelf; a page that shows it shows none from now on. Returns the function that puts it back as it was. */
function drop(run: Run): () => void {
  const wasShown = shownRun(run.page) === run.id;
  if (wasShown) showRun(run.page, undefined);
  removeRun(run);
  rereadList();
  return () => {
    // The pointer first: a tab that hears of a run follows it if the pointer names it.
    if (wasShown) showRun(run.page, run.id);
    put(run);
  };
}

function put(run: Run): void {
  saveRun(run);
  rereadList();
}

/** Starts a fresh run of the same page, with the same title and fields; nothing is ticked in it. */
export function duplicateListed(run: Run): Run {
  const now = nowMinute();
  const by = prefer('name');
  const entries = carryOver(stateOf(keptOf(run))).map((fact) => ({ ...fact, at: now, seq: 0, by }));
  const fresh: Run = { id: makeId(), page: run.page, start: now, entries: orderEntries(entries) };
  carryLooked(run, fresh);
  put(fresh);
  offerUndo(() => {
    takeBack({ before: undefined, after: fresh });
    rereadList();
  });
  return fresh;
}

/** Deletes a run from this browser, in its present state; Undo brings all of it back. */
export function deleteListed(run: Run): void {
  offerUndo(drop(keptOf(run)));
}

/** Throws away a value that was set aside. */
export function deleteAside(aside: AsideValue): void {
  removeAside(aside);
  rereadList();
  offerUndo(() => {
    restoreAside(aside);
    rereadList();
  });
}

/** Undoes the arrival of a run; with its page, where that was fetched. */
function takeBackOn(before: Run | undefined, after: Run): void {
  const model = $pageModels.get().get(after.page);
  takeBack({ before, after, structure: model?.kind === 'page' ? model.structure : undefined });
}

/** Takes back a value that was set aside and can be read: merges its run into the kept one. */
export function takeAsideBack(aside: AsideValue): void {
  const { run } = aside;
  if (run === undefined) return;
  const before = loadRun(run.page, run.id);
  const taken = saveRun(run);
  // A value with entries that cannot be read yet stays aside for their sake.
  if (aside.why !== 'partly') removeAside(aside);
  rereadList();
  offerUndo(() => {
    takeBackOn(before, taken);
    restoreAside(aside);
    rereadList();
  });
}

/** Plans the import of runs into the runs kept now. */
export const planFor = (incoming: readonly Run[]): Step[] =>
  planImport(
    listRuns().map(({ run }) => run),
    incoming,
  );

/** Merges runs into the kept ones. */
export function takeRuns(steps: readonly Step[]): void {
  const taken = steps.filter(({ kind }) => kind !== 'same');
  for (const { run } of taken) saveRun(run);
  rereadList();
  if (taken.length === 0) return;
  offerUndo(() => {
    for (const { run, before } of taken) takeBackOn(before, run);
    rereadList();
  });
}
