import { atom, computed, type ReadableAtom } from 'nanostores';
import type { Item, Mark, Page } from '~/core/checklist/page';
import { leavesBeneath, readStructure, type Structure } from '~/core/checklist/structure';
import { tickedTriggers } from '~/core/run/contingency';
import { followEntry, keys, type Answer } from '~/core/run/entry';
import { markOf } from '~/core/run/marks';
import { addEntries, mergeRuns, stateOf, valueOf, type Run } from '~/core/run/run';
import { cleanText } from '~/core/text';
import { emptyView, viewRun, type View } from '~/core/run/view';
import { nowMinute } from './clock';
import { $name } from './preferences';
import { loadRun, removeRun, saveRun, showRun, shownRun, watchRuns } from './shelf';

/*
 * The run that this page shows. Read from the shelf when the page opens; every act writes entries through the shelf,
 * and what other tabs write comes back merged. A page without a run shows every item as the source has it; the first
 * act starts one.
 */

const $structure = atom<Structure | undefined>(undefined);
const $run = atom<Run | undefined>(undefined);

const $visitor = atom<Run | undefined>(undefined);

/** A run that came by link and is looked at: shown in place of the reader's own, and not to be changed. */
export const $looking: ReadableAtom<Run | undefined> = $visitor;

/** The reader's own run of this page, whatever is looked at. */
export const $own: ReadableAtom<Run | undefined> = $run;

/** What the page shows; the empty view until a page is open. */
export const $view: ReadableAtom<View> = computed([$structure, $run, $visitor], (structure, run, visitor) =>
  structure === undefined ? emptyView : viewRun(structure, visitor ?? run),
);

/** Shows a run that came by link, changing nothing; or the reader's own again. */
export const lookAt = (run: Run | undefined): void => $visitor.set(run);

/** One fact to enter: a key and its new value. */
interface Fact {
  key: string;
  value: string;
}

/** One act of the reader: in which run, if that matters, and what takes it back. */
interface Act {
  run: string | undefined;
  undo: () => void;
}

const $acts = atom<readonly Act[]>([]);
export const $canUndo: ReadableAtom<boolean> = computed(
  [$acts, $run],
  (acts, run) => acts.at(-1)?.run === run?.id && acts.length > 0,
);

/** A run's id: 8 random hex digits. */
export const makeId = () => crypto.getRandomValues(new Uint32Array(1))[0]?.toString(16).padStart(8, '0') ?? '00000000';

const makeRun = (page: string): Run => ({ id: makeId(), page, start: nowMinute(), entries: [] });

/** Opens a page: shows its run, and follows what other tabs do to it. Returns what stops following. */
export function openPage(page: Page): () => void {
  $structure.set(readStructure(page));
  const id = shownRun(page.id);
  $run.set(id === undefined ? undefined : loadRun(page.id, id));
  return watchRuns((heard) => {
    const run = $run.get();
    if (run === undefined || heard.page !== run.page || heard.id !== run.id) return;
    if (!('entries' in heard)) return $run.set(undefined);
    const merged = mergeRuns(run, heard);
    $run.set(merged.entries.length > heard.entries.length ? saveRun(merged) : merged);
  });
}

/** Makes the page show another of its runs, or none: the next act then starts a fresh one. */
export function switchRun(run: Run | undefined): void {
  const page = $structure.get()?.page.id ?? '';
  showRun(page, run?.id);
  $run.set(run);
}

/** The value that a key has now, as an entry would have to say it. */
function valueNow(structure: Structure, run: Run, key: string): string {
  const state = stateOf(run);
  const item = key.startsWith('mark/') ? structure.items.get(key.slice('mark/'.length)) : undefined;
  return item === undefined ? valueOf(state, key) : markOf(state, item);
}

/** Enters facts as one act. Starts a run if there is none. While a visitor is looked at, nothing is entered. */
function enter(facts: readonly Fact[], undoing = false): void {
  const structure = $structure.get();
  if (structure === undefined || facts.length === 0 || $visitor.get() !== undefined) return;
  const before = $run.get() ?? makeRun(structure.page.id);
  if ($run.get() === undefined) showRun(before.page, before.id);
  const state = stateOf(before);
  const now = nowMinute();
  const by = $name.get();
  const entries = facts.map((fact) => followEntry(state.get(fact.key), { ...fact, by }, now));
  const restore = facts.map(({ key }) => ({ key, value: valueNow(structure, before, key) }));
  $run.set(saveRun(addEntries(before, entries)));
  if (!undoing) $acts.set([...$acts.get(), { run: before.id, undo: () => enter(restore, true) }]);
}

/** Marks an item; a group passes the mark on to its open items, or opens all when cleared. One act. */
export function markItem(id: string, mark: Mark, reason?: string): void {
  const { structure, marks } = $view.get();
  const leaves = leavesBeneath(structure, id);
  const isGroup = structure.beneath.has(id);
  const affected = leaves.filter((leaf) => !isGroup || mark === 'todo' || marks.get(leaf.id) === 'todo');
  const facts = affected.map((leaf) => ({ key: keys.mark(leaf.id), value: mark as string }));
  const note = cleanText(reason ?? '');
  enter(note === '' ? facts : [...facts, { key: keys.note(id), value: note }]);
}

/** Writes, changes or empties an item's note. */
export const noteItem = (id: string, note: string): void => enter([{ key: keys.note(id), value: cleanText(note) }]);

/** Fills in a field; empties it with an empty text. Says nothing when nothing changed. */
export function fillField(id: string, value: string): void {
  const clean = cleanText(value);
  if (clean !== valueOf($view.get().state, keys.field(id))) enter([{ key: keys.field(id), value: clean }]);
}

/** Answers a hold for a role; the same answer again takes it back. */
export function answerHold(after: string, role: string, answer: Answer): void {
  const key = keys.hold(after, role);
  enter([{ key, value: valueOf($view.get().state, key) === answer ? '' : answer }]);
}

/** Turns a contingency off: clears all its triggers, in one act. */
export function turnOff(section: string): void {
  const { structure, state } = $view.get();
  enter(tickedTriggers(structure, state, section).map(({ id }) => ({ key: keys.mark(id), value: 'todo' })));
}

export const renameRun = (title: string): void => enter([{ key: keys.title, value: cleanText(title) }]);

/** Declares the run ended, or open again. */
export const endRun = (ended: boolean): void => enter([{ key: keys.end, value: ended ? 'ended' : '' }]);

/** Takes the last act back: an entry by a new one that restores what was before it [RN5]. */
export function undo(): void {
  const last = $acts.get().at(-1);
  if (last === undefined || !isCurrent(last, $run.get())) return;
  $acts.set($acts.get().slice(0, -1));
  last.undo();
}

/** Makes an act that is no entry, such as deleting a run, the one that Undo takes back. */
export const offerUndo = (undo: () => void): void => $acts.set([...$acts.get(), { run: undefined, undo }]);

/** Takes in entries from a link, a file or another run of this page: the one door is merge. */
export function receive(theirs: Run): void {
  const mine = $run.get() ?? makeRun(theirs.page);
  showRun(mine.page, mine.id);
  $run.set(saveRun(mergeRuns(mine, theirs)));
}

/** Keeps a run beside the others and shows it. */
export const keepSeparate = (run: Run): void => switchRun(saveRun(run));

/** A fresh run of the page, with some facts taken over. */
export function startRun(facts: readonly Fact[] = []): void {
  switchRun(undefined);
  enter(facts);
}

/** Deletes a run from this browser and returns what brings it back. */
export function deleteRun(run: Run): () => void {
  removeRun(run);
  const wasShown = $run.get()?.id === run.id;
  if (wasShown) switchRun(undefined);
  return () => (wasShown ? keepSeparate(run) : void saveRun(run));
}

/** Signs with a name what was entered here without one. */
export function signEarlier(name: string): void {
  const run = $run.get();
  if (run === undefined) return;
  const unsigned = [...stateOf(run).values()].filter(({ by, value }) => by === '' && value !== '');
  const entries = unsigned.map((entry) =>
    followEntry(entry, { key: entry.key, value: entry.value, by: name }, entry.at),
  );
  $run.set(saveRun(addEntries(run, entries)));
}

/** The leaf items that marking an item would change. */
export const affectedBy = (id: string): Item[] => leavesBeneath($view.get().structure, id);
