import { findEnd } from '~/core/run/ending';
import { tickedTriggers } from '~/core/run/contingency';
import { compareEntries, keys, signEntry, type Answer, type Entry } from '~/core/run/entry';
import { addEntries, valueOf, type Run } from '~/core/run/run';
import { cleanLines } from '~/core/text';
import { offerUndo } from './done-acts';
import { doIfPermitted, type Outcome } from './permit';
import { enter, enteredHere, enterText, type Fact } from './enter';
import { carryLooked } from './looked';
import { makeId } from './make-id';
import { ownState } from './own-state';
import { $own, $view, beginRun, keepRun, mergeIn, switchRun } from './run';
import { loadRun, removeRun, saveRun } from './shelf';
import { takeBack } from './take-back';

/*
 * The reader's acts besides ticking. Each is done only if it is permitted (permit.ts), and either enters facts or changes
 * which runs there are.
 */

/** Writes, changes or empties an item's note. */
export const noteItem = (id: string, note: string): Outcome => enterText(keys.note(id), note, cleanLines);

/** Answers a hold for a role; an empty answer takes the last one back. */
export const answerHold = (after: string, role: string, answer: Answer): Outcome =>
  doIfPermitted(() => {
    const key = keys.hold(after, role);
    return valueOf($view.get().state, key) === answer ? 'unchanged' : enter([{ key, value: answer }]);
  });

/** Turns a contingency off: clears all its triggers, in one act. */
export const turnOff = (section: string): Outcome =>
  doIfPermitted(() => {
    const { structure, state } = $view.get();
    return enter(tickedTriggers(structure, state, section).map(({ id }) => ({ key: keys.mark(id), value: 'todo' })));
  });

/** Gives the run a title; an empty one takes it away. */
export const renameRun = (title: string): Outcome => enterText(keys.title, title);

/** Declares the run ended, or open again. One that is so already stays as it is, and that of whoever said so first. */
export const endRun = (ended: boolean): Outcome =>
  doIfPermitted(() => {
    const isEnded = findEnd($view.get().state) !== undefined;
    return isEnded === ended ? 'unchanged' : enter([{ key: keys.end, value: ended ? 'ended' : '' }]);
  });

/** Shows a run in its present state: another tab may have gone on with it since it was read. */
const showNow = (run: Run | undefined): void => switchRun(run && (loadRun(run.page, run.id) ?? run));

/** Makes the page show another run, or none: the next act then starts a fresh one. Undo goes back. */
export const chooseRun = (run: Run | undefined): Outcome =>
  doIfPermitted(() => {
    const before = $own.get();
    showNow(run);
    offerUndo(() => showNow(before));
  });

/** Keeps a run from outside as a separate run, even if it is the same as the shown one, and shows it. */
export const keepSeparate = (run: Run): Outcome =>
  doIfPermitted(() => {
    const shown = $own.get();
    const apart = shown?.id === run.id ? { ...run, id: makeId() } : run;
    const before = loadRun(apart.page, apart.id);
    const kept = saveRun(apart);
    switchRun(kept);
    offerUndo(() => {
      takeBack({ before, after: kept, structure: $view.get().structure });
      showNow(shown);
    });
  });

/** Merges a run from outside into the one that is shown. */
export const takeIn = (run: Run): Outcome =>
  doIfPermitted(() => {
    const before = $own.get();
    mergeIn(run);
    const merged = $own.get() ?? run;
    offerUndo(() => {
      const now = $own.get();
      switchRun(takeBack({ before, after: merged, structure: $view.get().structure }, now));
      return $own.get()?.entries.length === now?.entries.length ? 'unchanged' : 'ok';
    }, merged.id);
  });

/** Starts a fresh run of the page, with some facts taken over from the shown one. */
export const startRun = (facts: readonly Fact[]): Outcome =>
  doIfPermitted(() => {
    const before = $own.get();
    switchRun(undefined);
    // Before the facts are shown: the reader knows what was known in the other run.
    const { page, id } = beginRun();
    if (before) carryLooked(before, { page, id });
    enter(facts, true);
    const fresh = $own.get();
    offerUndo(() => {
      if (fresh) takeBack({ before: undefined, after: fresh });
      showNow(before);
    });
  });

/** Deletes the shown run from this browser; Undo brings it back. */
export const deleteRun = (): Outcome =>
  doIfPermitted(() => {
    const shown = $own.get();
    if (shown === undefined) return 'unchanged';
    // Another tab may have entered something that this one has not heard of yet.
    const run = addEntries(shown, loadRun(shown.page, shown.id)?.entries ?? []);
    // A tab that hears of a removed run which is not shown any more knows that it was removed on purpose.
    switchRun(undefined);
    removeRun(run);
    offerUndo(() => {
      switchRun(run);
      keepRun(run);
    });
    return 'ok';
  });

/** Signs with a name the entries that were made in this tab without one; the times stay. */
export const signEarlier = (name: string): Outcome =>
  doIfPermitted(() => {
    const run = $own.get();
    const state = ownState();
    // The same key may have been entered by somebody else since, or in another run.
    const stands = (made: Entry) => {
      const last = state.get(made.key);
      return last !== undefined && compareEntries(last, made) === 0;
    };
    const entries = enteredHere.filter((made) => made.by === '' && stands(made)).map((made) => signEntry(made, name));
    if (run === undefined || entries.length === 0) return 'unchanged';
    mergeIn(addEntries(run, entries));
    return 'ok';
  });
