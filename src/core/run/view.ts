import type { Item } from '~/core/page/page';
import { readStructure, type Structure } from '~/core/page/structure';
import { findAlarms, type Alarm } from './contingency';
import { findCurrent, findNext } from './current';
import { showMarks, type ShownMark } from './marks';
import { countRun, countSections, type Progress } from './progress';
import { stateOf, type Run, type State } from './run';

/** All that a page shows of a run: computed afresh from the two after every entry. */
export interface View {
  structure: Structure;
  /** Undefined before the first tick. */
  run: Run | undefined;
  state: State;
  marks: ReadonlyMap<string, ShownMark>;
  progress: Progress;
  sections: ReadonlyMap<string, Progress>;
  alarms: readonly Alarm[];
  next: Item | undefined;
  current: ReadonlySet<string>;
}

const nothing: State = new Map();

/** What a page shows of a run, or of none. */
export function viewRun(structure: Structure, run: Run | undefined): View {
  const state = run === undefined ? nothing : stateOf(run);
  const marks = showMarks(structure, state);
  const alarms = findAlarms(structure, state);
  const on = alarms.map(({ section }) => section);
  return {
    structure,
    run,
    state,
    marks,
    alarms,
    progress: countRun(structure, marks),
    sections: countSections(structure, marks),
    next: findNext(structure, marks, on),
    current: findCurrent(structure, marks, on),
  };
}

/** The item that a mark or a note is about. */
const itemOf = (key: string): string | undefined => /^(?:mark|note)\/(.*)$/s.exec(key)?.[1];

/** The keys of which one state has an entry that another does not have. */
const keysOnlyIn = (state: State, other: State): string[] =>
  [...state.keys()].filter((key) => state.get(key) !== other.get(key));

/** The items of which two views of a page show different things: mark, stamp, note, or whether they are current. */
export function changedItems(before: View, after: View): ReadonlySet<string> {
  return new Set([
    ...[...keysOnlyIn(before.state, after.state), ...keysOnlyIn(after.state, before.state)].flatMap(
      (key) => itemOf(key) ?? [],
    ),
    ...[...after.structure.beneath.keys()].filter((group) => before.marks.get(group) !== after.marks.get(group)),
    ...[...before.current].filter((id) => !after.current.has(id)),
    ...[...after.current].filter((id) => !before.current.has(id)),
  ]);
}

/** A page without items, before the real one is known. */
export const emptyView: View = viewRun(
  readStructure({ id: '', title: '', sections: [], items: [], fields: [], contingencies: [], holds: [] }),
  undefined,
);
