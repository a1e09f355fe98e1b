import { contingencySteps, type Structure } from '~/core/checklist/structure';
import { findAlarms } from './contingency';
import { keys, type Entry } from './entry';
import { showMarks } from './marks';
import { countMarks, type Progress } from './progress';
import type { State } from './run';

/** What ending the run now would say. */
export interface Ending {
  /** "complete"; "complete with 2 failed"; "96 items: 3 still open, finish anyway?" */
  kind: 'complete' | 'complete-with-failed' | 'open';
  /** Items that count, with those that do not apply. */
  items: number;
  open: number;
  failed: number;
  skipped: number;
  /** The contingencies that are on, with how far they are: whoever rolled back leaves open what came after. */
  contingencies: readonly { section: string; progress: Progress }[];
}

/** What ending a run would say [EN1]. */
export function describeEnding(structure: Structure, state: State): Ending {
  const marks = showMarks(structure, state);
  const counted = structure.counted;
  const { open, failed, skipped } = countMarks(counted, marks);
  const contingencies = findAlarms(structure, state).map(({ section }) => ({
    section,
    progress: countMarks(contingencySteps(structure, section), marks),
  }));
  const isOpen = open > 0 || contingencies.some(({ progress }) => progress.open > 0);
  const isFailed = failed > 0 || contingencies.some(({ progress }) => progress.failed > 0);
  const kind = isOpen ? 'open' : isFailed ? 'complete-with-failed' : 'complete';
  return { kind, items: counted.length, open, failed, skipped, contingencies };
}

/** The entry that ended the run; `undefined` while it is under way or where it was taken up again [EN2]. */
export function findEnd(state: State): Entry | undefined {
  const entry = state.get(keys.end);
  return entry === undefined || entry.value === '' ? undefined : entry;
}
