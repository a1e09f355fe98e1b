import { groupBy } from '~/core/group-by';
import type { Item } from './page';
import type { Structure } from './structure';

/** A stretch of the run as its bar shows it: a section, and the items of the run's progress in it. */
export interface Segment {
  anchor: string;
  items: readonly Item[];
}

/** The most segments: more are too narrow to be told apart on a phone. */
const most = 16;

/** Leaves by the section that they are shown under, in order. */
const gather = (leaves: readonly Item[], anchorOf: (section: string) => string): Segment[] =>
  [...groupBy(leaves, ({ section }) => anchorOf(section))].map(([anchor, items]) => ({ anchor, items }));

/** Joins neighbours until they are few enough; a joined segment is named after its first one. */
function bundle(segments: readonly Segment[]): Segment[] {
  const size = Math.ceil(segments.length / most);
  return segments.flatMap(({ anchor }, i) =>
    i % size === 0 ? [{ anchor, items: segments.slice(i, i + size).flatMap(({ items }) => items) }] : [],
  );
}

/**
 * The stretches of a progress in order, be it the run's or a contingency's: the sections that hold its items, or,
 * where these are too many, the outermost sections around them, some of them joined where even these are too many.
 */
export function segmentsOf({ counted, paths }: Structure, leaves: readonly Item[] = counted): Segment[] {
  const fine = gather(leaves, (section) => section);
  return fine.length <= most ? fine : bundle(gather(leaves, (section) => paths.get(section)?.at(-1) ?? ''));
}

/** A number of items as a part of all, as drawings have lengths: "12.5%". */
export const percentOf = (items: number, all: number): string => `${(100 * items) / all}%`;

/**
 * The length at which a segment is drawn, in items: a narrow gap parts it from the next one, and takes at most half of it, so that a section
 * of one item among thousands is drawn too.
 */
export const drawnLength = (items: number, whole: number, isLast: boolean): number =>
  isLast ? items : items - Math.min(whole * 0.003, items / 2);
