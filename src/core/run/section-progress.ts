import type { Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { onceEach } from '~/core/once-each';
import type { ShownMark } from './marks';
import { countMarks, type Progress } from './progress';

/**
 * The leaves of each section, those of the sections beneath it included. Items of a contingency belong to the sections of
 * that contingency, not to those around it; triggers belong to none: they turn it on, and are no part of any progress [PR3].
 */
export const membersOf = onceEach((structure: Structure): ReadonlyMap<string, readonly Item[]> => {
  const { page, leaves, paths, contingent, triggers } = structure;
  const members = new Map<string, Item[]>(page.sections.map(({ anchor }) => [anchor, []]));
  for (const item of leaves) {
    if (triggers.has(item.id)) continue;
    const path = paths.get(item.section) ?? [];
    const contingency = contingent.get(item.id);
    const end = contingency === undefined ? path.length : path.indexOf(contingency) + 1;
    for (const anchor of path.slice(0, end)) members.get(anchor)?.push(item);
  }
  return members;
});

/** Each section's progress [PR3]. */
export const countSections = (
  structure: Structure,
  marks: ReadonlyMap<string, ShownMark>,
): ReadonlyMap<string, Progress> =>
  new Map([...membersOf(structure)].map(([anchor, items]) => [anchor, countMarks(items, marks)]));

/** The words for a section in which nothing is open. */
export interface SettledWords {
  done: string;
  skipped: string;
}

/** Tells whether nothing of a section is open, and nothing in it failed. */
export const isSettled = ({ total, open, failed, skipped }: Progress): boolean =>
  total + skipped > 0 && open === 0 && failed === 0;

/** A section's count as its reader sees it: "4/9", then the word for done, or for not applicable where nothing in it was; empty where nothing counts. */
export function describeCount(progress: Progress, words: SettledWords): string {
  const { done, total, skipped } = progress;
  if (total + skipped === 0) return '';
  if (total === 0) return words.skipped;
  return isSettled(progress) ? words.done : `${done}/${total}`;
}
