import { countedLeaves, type Structure } from './structure';

/** A stretch of the run as its bar shows it: a section, and how many items of the run's progress it holds. */
export interface Segment {
  anchor: string;
  size: number;
}

/** More segments than this are too narrow to be told apart on a phone. */
const most = 16;

/**
 * The stretches of a page's progress in order: the sections that hold counted items, or, where these are too many, the
 * outermost sections around them.
 */
export function segmentsOf(structure: Structure): Segment[] {
  const sizes = (anchorOf: (section: string) => string): Segment[] => {
    const sizes = new Map<string, number>();
    for (const { section } of countedLeaves(structure)) {
      const anchor = anchorOf(section);
      sizes.set(anchor, (sizes.get(anchor) ?? 0) + 1);
    }
    return [...sizes].map(([anchor, size]) => ({ anchor, size }));
  };
  const fine = sizes((section) => section);
  return fine.length <= most ? fine : sizes((section) => structure.paths.get(section)?.at(-1) ?? '');
}

/** Whether a section stands in, or is, the one of a segment. */
export const isWithin = ({ paths }: Structure, section: string, { anchor }: Segment): boolean =>
  section === anchor || (paths.get(section)?.includes(anchor) ?? false);
