import { tickedTriggers } from '~/core/run/contingency';
import { followEntry, keys, type Answer } from '~/core/run/entry';
import { addEntries, valueOf, type Run } from '~/core/run/run';
import {
  $own,
  $view,
  enter,
  enteredHere,
  enterText,
  makeId,
  mergeIn,
  offerUndo,
  ownState,
  switchRun,
  type Fact,
} from './run';
import { $trouble, loadRun, removeRun, saveRun, shownRun } from './shelf';
import { takeBack } from './take-back';

/* What a reader does besides ticking. Every act is one call of `enter`, or changes which runs there are. */

/** Writes, changes or empties an item's note. */
export const noteItem = (id: string, note: string): boolean => enterText(keys.note(id), note);

/** Answers a hold for a role; the same answer again takes it back. Returns the answer that holds now. */
export function answerHold(after: string, role: string, answer: Answer): Answer {
  const key = keys.hold(after, role);
  const value = valueOf($view.get().state, key) === answer ? '' : answer;
  enter([{ key, value }]);
  return value;
}

/** Turns a contingency off: clears all its triggers, in one act. */
export function turnOff(section: string): void {
  const { structure, state } = $view.get();
  enter(tickedTriggers(structure, state, section).map(({ id }) => ({ key: keys.mark(id), value: 'todo' })));
}

export const renameRun = (title: string): boolean => enterText(keys.title, title);

/** Declares the run ended, or open again. */
export const endRun = (ended: boolean): void => enter([{ key: keys.end, value: ended ? 'ended' : '' }]);

/** Shows again what was shown before: the run as it is by now. */
const goBack = (run: Run | undefined): void => switchRun(run && (loadRun(run.page, run.id) ?? run));

/** Makes the page show another run, or none: the next act then starts a fresh one. Undo goes back. */
export function chooseRun(run: Run | undefined): void {
  const before = $own.get();
  switchRun(run);
  offerUndo(() => goBack(before));
}

/** Keeps a run from outside beside the others and shows it: apart from the run that is shown, be it the same one. */
export function keepSeparate(run: Run): void {
  const shown = $own.get();
  const apart = shown?.id === run.id ? { ...run, id: makeId() } : run;
  const before = loadRun(apart.page, apart.id);
  const kept = saveRun(apart);
  switchRun(kept);
  offerUndo(() => {
    takeBack(before, kept);
    goBack(shown);
  });
}

/** Merges a run from outside into the one that is shown. */
export function takeIn(run: Run): void {
  const before = $own.get();
  mergeIn(run);
  const merged = $own.get() ?? run;
  offerUndo(() => switchRun(takeBack(before, merged, $own.get())), merged.id);
}

/** A fresh run of the page, with some facts taken over. */
export function startRun(facts: readonly Fact[]): void {
  const before = $own.get();
  switchRun(undefined);
  enter(facts, true);
  const fresh = $own.get();
  offerUndo(() => {
    if (fresh) takeBack(undefined, fresh);
    goBack(before);
  });
}

/** Deletes a run from this browser; Undo brings it back. */
export function deleteRun(run: Run): void {
  const wasShown = $own.get()?.id === run.id;
  removeRun(run);
  if (wasShown) switchRun(undefined);
  offerUndo(() => {
    const back = saveRun(run);
    if (wasShown) switchRun(back);
  });
}

/** Reads the run again that the page shows: one that comes out of the browser's back/forward cache has heard nothing meanwhile. */
export function rereadRun(): void {
  // What is in memory is all there is.
  if ($trouble.get()?.kind === 'refused') return;
  const { id: page } = $view.get().structure.page;
  const shown = loadRun(page, shownRun(page) ?? '');
  if (shown !== undefined && shown.id === $own.get()?.id) mergeIn(shown);
  else switchRun(shown);
}

/** Signs with a name what was entered in this tab without one; the times stay. */
export function signEarlier(name: string): void {
  const run = $own.get();
  const state = ownState();
  const entries = [...enteredHere].flatMap((key) => {
    const entry = state.get(key);
    return entry?.by === '' ? [followEntry(entry, { key, value: entry.value, by: name }, entry.at)] : [];
  });
  if (run !== undefined) mergeIn(addEntries(run, entries));
}
