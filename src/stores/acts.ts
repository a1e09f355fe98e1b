import { tickedTriggers } from '~/core/run/triggers';
import { followEntry, keys, type Answer } from '~/core/run/entry';
import { addEntries, valueOf, type Run } from '~/core/run/run';
import { cleanLine } from '~/core/text';
import { $own, $view, enter, enteredHere, mergeIn, offerUndo, ownState, switchRun, type Fact } from './run';
import { removeRun, saveRun } from './shelf';

/* What a reader does besides ticking. Every act is one call of `enter`, or changes which runs there are. */

/** Writes, changes or empties an item's note. */
export const noteItem = (id: string, note: string): void => enter([{ key: keys.note(id), value: cleanLine(note) }]);

/** Fills in a field; empties it with an empty text. Enters nothing where nothing changed. */
export function fillField(id: string, value: string): void {
  const clean = cleanLine(value);
  if (clean !== valueOf($view.get().state, keys.field(id))) enter([{ key: keys.field(id), value: clean }]);
}

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

export const renameRun = (title: string): void => enter([{ key: keys.title, value: cleanLine(title) }]);

/** Declares the run ended, or open again. */
export const endRun = (ended: boolean): void => enter([{ key: keys.end, value: ended ? 'ended' : '' }]);

/** Keeps a run beside the others and shows it. */
export const keepSeparate = (run: Run): void => switchRun(saveRun(run));

/** A fresh run of the page, with some facts taken over. */
export function startRun(facts: readonly Fact[] = []): void {
  switchRun(undefined);
  enter(facts);
}

/** Deletes a run from this browser; Undo brings it back. */
export function deleteRun(run: Run): void {
  const wasShown = $own.get()?.id === run.id;
  removeRun(run);
  if (wasShown) switchRun(undefined);
  offerUndo(() => (wasShown ? keepSeparate(run) : void saveRun(run)));
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
