import type { Mark } from '~/core/page/page';
import { leavesBeneath } from '~/core/page/structure';
import { followEntry, keys, type Entry } from '~/core/run/entry';
import { shownValue } from '~/core/run/marks';
import { addEntries, valueOf } from '~/core/run/run';
import { cleanLine, cleanLines } from '~/core/text';
import { nowMinute } from './clock';
import { checkEntry, doIfPermitted, type Outcome } from './permit';
import { prefer } from './preferences';
import { $view, beginRun, keepRun } from './run';
import { offerUndo } from './done-acts';

/* Entering facts in the run that the page shows: the one way by which an act of the reader becomes entries. */

/** One fact to enter: a key and its new value. */
export interface Fact {
  key: string;
  value: string;
}

const entered: Entry[] = [];

/** The entries that were made in this tab: a name that is given later signs those that still stand. */
export const enteredHere: readonly Entry[] = entered;

/** Enters facts as one act that can be undone. Starts a run if there is none. */
export const enter = (facts: readonly Fact[], undoing = false): Outcome =>
  doIfPermitted(() => {
    if (facts.length === 0) return 'unchanged';
    const before = beginRun();
    const view = $view.get();
    // Ending a run, opening it again, and undoing an act are allowed although the run has ended.
    const isAboutEnd = undoing || facts.every(({ key }) => key === keys.end);
    if (!isAboutEnd && checkEntry() === 'refused: ended') return 'refused: ended';
    const [now, by] = [nowMinute(), prefer('name')];
    const entries = facts.map((fact) => followEntry(view.state.get(fact.key), { ...fact, by }, now));
    const restore = facts.map(({ key }) => ({ key, value: shownValue(view, key) }));
    entered.push(...entries);
    keepRun(addEntries(before, entries));
    if (!undoing) offerUndo({ made: entries, before: restore }, before.id);
    return 'ok';
  });

/** Enters a text under a key; an empty text clears it. Enters nothing if nothing changed. */
export const enterText = (key: string, text: string, clean = cleanLine): Outcome =>
  doIfPermitted(() => {
    const value = clean(text);
    const before = valueOf($view.get().state, key);
    return value === before || text === before ? 'unchanged' : enter([{ key, value }]);
  });

/** Marks an item, and notes the reason if one is given; a group passes the mark on to its open items, or opens all when cleared. One act. */
export const markItem = (id: string, mark: Mark, reason?: string): Outcome =>
  doIfPermitted(() => {
    const { structure, marks } = $view.get();
    const isGroup = structure.beneath.has(id);
    const facts = leavesBeneath(structure, id)
      .filter((leaf) => !isGroup || mark === 'todo' || marks.get(leaf.id) === 'todo')
      .map((leaf): Fact => ({ key: keys.mark(leaf.id), value: mark }));
    return enter(reason === undefined ? facts : [...facts, { key: keys.note(id), value: cleanLines(reason) }]);
  });
