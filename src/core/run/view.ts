import type { Item } from '~/core/page/page';
import { readStructure, type Structure } from '~/core/page/structure';
import { findAlarms, type Alarm } from './contingency';
import { findCurrent } from './current';
import { showMarks, type ShownMark } from './marks';
import { countMarks, countRun, type Progress } from './progress';
import { markedItem, type Entry } from './entry';
import { onlyIn, stateOf, type Run, type State } from './run';
import { readSubject } from './subject';
import { alarmUnderWay, findNext, findStatus, leavesUnderWay, type Next, type Status } from './status';

/** The view of a run on a page: computed afresh from the two after every entry. */
export interface View {
  structure: Structure;
  /** Undefined before the first tick. */
  run: Run | undefined;
  state: State;
  marks: ReadonlyMap<string, ShownMark>;
  /** Progress of the run, contingencies apart [PR1]. */
  progress: Progress;
  alarms: readonly Alarm[];
  /** The contingency that the run is in, of those that are on. */
  alarm: Alarm | undefined;
  /** The leaves that the run is about now, and the number of them that are settled: every count on the page uses these [ST3]. */
  leaves: readonly Item[];
  counted: Progress;
  status: Status;
  next: Next | undefined;
  current: Item | undefined;
}

const nothing: State = new Map();

/** Computes a page's view of a run, or of none. `fill`: fills what the run says into the page's texts. */
export function viewRun(
  written: Structure,
  run: Run | undefined,
  fill?: (structure: Structure, state: State) => Structure,
): View {
  const state = run === undefined ? nothing : stateOf(run);
  const structure = fill?.(written, state) ?? written;
  const marks = showMarks(structure, state);
  const alarms = findAlarms(structure, state);
  const situation = { structure, state, marks, alarms };
  const leaves = leavesUnderWay(situation);
  const progress = countRun(structure, marks);
  const status = findStatus(situation, state.size > 0);
  const next = findNext(situation, status);
  return {
    ...situation,
    run,
    progress,
    alarm: alarmUnderWay(situation),
    leaves,
    counted: leaves === structure.counted ? progress : countMarks(leaves, marks),
    status,
    next,
    current: findCurrent(situation, status, next),
  };
}

const entriesOnlyIn = ({ run }: View, other: View): readonly Entry[] =>
  onlyIn(run?.entries ?? [], other.run?.entries ?? []);

/** Stamps name the day where it is not the run's first: where that moves, all of them differ. A run that has just begun has none yet. */
const movedStamps = ({ run }: View, after: View): string[] =>
  run === undefined || run.start === after.run?.start
    ? []
    : [...after.state.keys()].flatMap((key) => markedItem(key) ?? []);

/** Lists the items that differ between two views of a page: in mark, stamp, note, or in being current. */
export function changedItems(before: View, after: View): ReadonlySet<string> {
  return new Set([
    ...movedStamps(before, after),
    ...[...entriesOnlyIn(before, after), ...entriesOnlyIn(after, before)].flatMap((entry) => {
      const subject = readSubject(entry);
      return 'item' in subject ? subject.item : [];
    }),
    ...[...after.structure.beneath.keys()].filter((group) => before.marks.get(group) !== after.marks.get(group)),
    ...(before.current === after.current ? [] : [before.current?.id ?? '', after.current?.id ?? '']),
  ]);
}

/** A page without items, before the real one is known. */
export const emptyView: View = viewRun(
  readStructure({ id: '', title: '', sections: [], items: [], fields: [], contingencies: [], holds: [] }),
  undefined,
);
