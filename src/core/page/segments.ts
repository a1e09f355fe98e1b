import type { Item } from './page';
import type { Structure } from './structure';

/** A stretch of the run as its bar shows it: a section, and the items of the run's progress in it. */
export interface Segment {
  anchor: string;
  items: readonly Item[];
}

/** More segments than this are too narrow to be told apart on a phone. */
const most = 16;

/** The counted items by the section that they are shown under, in order. */
const gather = ({ counted }: Structure, anchorOf: (section: string) => string): Segment[] =>
  [...Map.groupBy(counted, ({ section }) => anchorOf(section))].map(([anchor, items]) => ({ anchor, items }));

/** Joins neighbours until they are few enough; what is joined is known by the first. */
function bundle(segments: readonly Segment[]): Segment[] {
  const size = Math.ceil(segments.length / most);
  return segments.flatMap(({ anchor }, i) =>
    i % size === 0 ? [{ anchor, items: segments.slice(i, i + size).flatMap(({ items }) => items) }] : [],
  );
}

/**
 * The stretches of a page's progress in order: the sections that hold counted items, or, where these are too many, the
 * outermost sections around them, some of them joined where even these are.
 */
export function segmentsOf(structure: Structure): Segment[] {
  const fine = gather(structure, (section) => section);
  return fine.length <= most
    ? fine
    : bundle(gather(structure, (section) => structure.paths.get(section)?.at(-1) ?? ''));
}
