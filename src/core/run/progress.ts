import type { Item } from '~/core/checklist/page';
import { countedLeaves, type Structure } from '~/core/checklist/structure';
import type { ShownMark } from './marks';

/** How far a set of items is, in items. `total` leaves out what is skipped: done + failed + open = total. */
export interface Progress {
  total: number;
  done: number;
  failed: number;
  open: number;
  skipped: number;
}

/** Counts items by the marks they show [PR2]. */
export function countMarks(items: readonly Item[], marks: ReadonlyMap<string, ShownMark>): Progress {
  const count = (wanted: ShownMark) => items.filter(({ id }) => marks.get(id) === wanted).length;
  const skipped = count('skipped');
  return { total: items.length - skipped, done: count('done'), failed: count('failed'), open: count('todo'), skipped };
}

/** The run's progress: contingencies apart [PR1]. */
export const countRun = (structure: Structure, marks: ReadonlyMap<string, ShownMark>): Progress =>
  countMarks(countedLeaves(structure), marks);

/**
 * Each section's progress, what lies in the sections beneath it included [PR3]. Items of a contingency count in the
 * sections of that contingency, not in those around it.
 */
export function countSections(
  structure: Structure,
  marks: ReadonlyMap<string, ShownMark>,
): ReadonlyMap<string, Progress> {
  const members = new Map<string, Item[]>(structure.page.sections.map(({ anchor }) => [anchor, []]));
  for (const item of structure.leaves) {
    const path = structure.paths.get(item.section) ?? [];
    const contingency = structure.contingent.get(item.id);
    const end = contingency === undefined ? path.length : path.indexOf(contingency) + 1;
    for (const anchor of path.slice(0, end)) members.get(anchor)?.push(item);
  }
  return new Map([...members].map(([anchor, items]) => [anchor, countMarks(items, marks)]));
}
