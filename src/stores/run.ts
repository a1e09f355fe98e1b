import { atom, computed, type ReadableAtom } from 'nanostores';
import type { Mark, Page } from '~/core/page/page';
import type { Past } from '~/core/page/past';
import { leavesBeneath, readStructure, type Structure } from '~/core/page/structure';
import { followEntry, keys } from '~/core/run/entry';
import { markOf } from '~/core/run/marks';
import { addEntries, mergeRuns, stateOf, valueOf, type Run } from '~/core/run/run';
import { cleanLine } from '~/core/text';
import { emptyView, viewRun, type View } from '~/core/run/view';
import { nowMinute } from './clock';
import { prefer } from './preferences';
import { loadRun, removeRun, saveRun, showRun, shownRun, watchRuns } from './shelf';

/*
 * The run that this page shows. Read from the shelf when the page opens; every act writes entries through the shelf,
 * and what other tabs write comes back merged. A page without a run shows every item as the source has it; the first
 * act starts one. A run that came by link can be looked at instead: then nothing can be entered.
 */

const $structure = atom<Structure | undefined>(undefined);
const $run = atom<Run | undefined>(undefined);
const $visitor = atom<Run | undefined>(undefined);
const $acts = atom<readonly Act[]>([]);

/** One fact to enter: a key and its new value. */
export interface Fact {
  key: string;
  value: string;
}

/** One act of the reader: in which run, if that matters, and what takes it back. */
interface Act {
  run: string | undefined;
  undo: () => void;
}

/** The reader's own run of this page, whatever is looked at. */
export const $own: ReadableAtom<Run | undefined> = $run;

/** A run that came by link and is looked at: shown in place of the reader's own, and not to be changed. */
export const $looking: ReadableAtom<Run | undefined> = $visitor;

/** What the page shows; the empty view until a page is open. */
export const $view: ReadableAtom<View> = computed([$structure, $run, $visitor], (structure, run, visitor) =>
  structure === undefined ? emptyView : viewRun(structure, visitor ?? run),
);

const isCurrent = (act: Act | undefined, run: Run | undefined): boolean =>
  act !== undefined && (act.run === undefined || act.run === run?.id);

/** Whether there is an act of this tab, in this run, to take back. */
export const $canUndo: ReadableAtom<boolean> = computed([$acts, $run], (acts, run) => isCurrent(acts.at(-1), run));

/** A run's id: 8 random hex digits. */
export const makeId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const makeRun = (page: string): Run => ({ id: makeId(), page, start: nowMinute(), entries: [] });

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
  $acts.set($acts.get().map((act) => (act.run === other.id ? { ...act, run: joined.id } : act)));
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

/** Takes in what is remembered of items and fields that the page had once: what a run says of them is then named, or placed. */
export function rememberPast(past: Past): void {
  const structure = $structure.get();
  if (structure !== undefined && structure.past !== past) $structure.set({ ...structure, past });
}

/** Makes the page show a run from now on, or none: the next act then starts a fresh one. */
export function switchRun(run: Run | undefined): void {
  showRun($view.get().structure.page.id, run?.id);
  $run.set(run);
}

/** Shows a run that came by link, changing nothing; or the reader's own again. */
export const lookAt = (run: Run | undefined): void => $visitor.set(run);

/** The value that a key has now, as an entry would have to say it. */
function valueNow({ structure, state }: View, key: string): string {
  const item = key.startsWith('mark/') ? structure.items.get(key.slice('mark/'.length)) : undefined;
  return item === undefined ? valueOf(state, key) : markOf(state, item);
}

/** The run that another tab has started meanwhile, or a new one. */
function beginRun(page: string): Run {
  const found = loadShown(page);
  if (found !== undefined) return found;
  const run = makeRun(page);
  begun = { id: run.id, until: Date.now() + instant };
  showRun(page, run.id);
  return run;
}

/** Enters facts as one act, for Undo to take back. Starts a run if there is none; refuses while a visitor is looked at. */
export function enter(facts: readonly Fact[], undoing = false): void {
  if (facts.length === 0 || $visitor.get() !== undefined) return;
  const before = $run.get() ?? beginRun($view.get().structure.page.id);
  $run.set(before);
  const view = $view.get();
  const [now, by] = [nowMinute(), prefer('name')];
  const entries = facts.map((fact) => followEntry(view.state.get(fact.key), { ...fact, by }, now));
  const restore = facts.map(({ key }) => ({ key, value: valueNow(view, key) }));
  for (const { key } of facts) enteredHere.add(key);
  $run.set(saveRun(addEntries(before, entries)));
  // What somebody has changed since is not taken back with it.
  const isAsLeft = ({ key }: Fact, i: number) => valueNow($view.get(), key) === facts[i]?.value;
  if (!undoing) offerUndo(() => enter(restore.filter(isAsLeft), true), before.id);
}

/** Enters a text under a key, empty where it is taken away. Enters nothing, and says so, where nothing changed. */
export function enterText(key: string, text: string): boolean {
  const value = cleanLine(text);
  const before = valueOf($view.get().state, key);
  if (value === before || text === before) return false;
  enter([{ key, value }]);
  return true;
}

/** Marks an item, and notes the reason if one is given; a group passes the mark on to its open items, or opens all when cleared. One act. */
export function markItem(id: string, mark: Mark, reason?: string): void {
  const { structure, marks } = $view.get();
  const isGroup = structure.beneath.has(id);
  const facts = leavesBeneath(structure, id)
    .filter((leaf) => !isGroup || mark === 'todo' || marks.get(leaf.id) === 'todo')
    .map((leaf): Fact => ({ key: keys.mark(leaf.id), value: mark }));
  enter(reason === undefined ? facts : [...facts, { key: keys.note(id), value: cleanLine(reason) }]);
}

/** Makes an act, of one run or of any, the one that Undo takes back. */
export const offerUndo = (undo: () => void, run?: string): void => $acts.set([...$acts.get(), { run, undo }]);

/** Takes the last act back: entries by new ones that restore what was before [RN5]. */
export function undo(): void {
  const last = $acts.get().at(-1);
  if (last === undefined || !isCurrent(last, $run.get())) return;
  $acts.set($acts.get().slice(0, -1));
  last.undo();
}

/** Merges entries into the run that is shown, whoever made them, and keeps it. */
export function mergeIn(theirs: Run): void {
  const mine = $run.get();
  switchRun(saveRun(mine === undefined ? theirs : mergeRuns(mine, theirs)));
}

/** The keys that were entered in this tab: those that a name given later signs. */
export const enteredHere = new Set<string>();

/** The state that acts build on: that of the reader's own run. */
export const ownState = () => stateOf($run.get() ?? makeRun(''));
