import type { Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import type { ShownMark } from './marks';

/** Progress of a set of items, counted in items. `total` leaves out the skipped ones: done + failed + open = total. */
export interface Progress {
  total: number;
  done: number;
  failed: number;
  open: number;
  skipped: number;
}

/** Counts items by the marks they show [PR2]. */
export function countMarks(items: readonly Item[], marks: ReadonlyMap<string, ShownMark>): Progress {
  const count = { done: 0, skipped: 0, failed: 0, todo: 0, mixed: 0 };
  for (const { id } of items) count[marks.get(id) ?? 'todo']++;
  const { done, failed, skipped } = count;
  return { total: items.length - skipped, done, failed, open: count.todo, skipped };
}

/** The run's progress: contingencies apart [PR1]. */
export const countRun = (structure: Structure, marks: ReadonlyMap<string, ShownMark>): Progress =>
  countMarks(structure.counted, marks);
