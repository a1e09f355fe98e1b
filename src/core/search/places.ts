import { nameOf } from '~/core/page/slug';

/*
 * The data that the search has of a page beside Pagefind's index: its places. A place is the page itself, a section or an item; it extends
 * to the beginning of the next one. Locations are counted in words (tokens.ts) from the page's beginning.
 */

/** A page, a section or an item, as the build finds it in the finished page. */
export interface Place {
  /** 1 is the page itself, 2 to 6 a section under a heading of that level, 0 an item. */
  level: number;
  /** Its anchor; empty for the page itself. */
  anchor: string;
  /** Its own text: the title, the heading, the item's words. */
  own: string;
  /** The location of its own text, and the number of words in it. */
  location: number;
  length: number;
}

export interface PagePlaces {
  /** The page's id, as in `runbooks/release`. */
  page: string;
  kind: string;
  /** In the page's order; the first is the page itself. */
  places: readonly Place[];
}

/**
 * A place as files hold it: level, anchor, own text, the number of words between the place before and it, length. The anchor is 0 where it
 * is the name of the own text, as most are: it would be a third of the file.
 */
type Row = [number, string | 0, string, number, number];

const isRow = (row: unknown): row is Row =>
  Array.isArray(row) &&
  [0, 3, 4].every((i) => typeof row[i] === 'number') &&
  (typeof row[1] === 'string' || row[1] === 0) &&
  typeof row[2] === 'string';

/** Places as files hold them. */
export function writeRows(places: readonly Place[]): Row[] {
  let end = 0;
  return places.map(({ level, anchor, own, location, length }) => {
    const gap = location - end;
    end = location + length;
    return [level, anchor !== '' && anchor === nameOf(own) ? 0 : anchor, own, gap, length];
  });
}

/** The places of a page as a file of the index holds them; `rows`: they as `writeRows` wrote them, where somebody has them. */
export const writePlaces = ({ page, kind, places }: PagePlaces, rows: unknown = writeRows(places)): unknown => [
  page,
  kind,
  rows,
];

/** Reads the output of `writePlaces`; undefined for anything else. */
export function readPlaces(read: unknown): PagePlaces | undefined {
  if (!Array.isArray(read)) return undefined;
  const [page, kind, rows] = read as unknown[];
  if (typeof page !== 'string' || typeof kind !== 'string' || !Array.isArray(rows) || !rows.every(isRow))
    return undefined;
  let end = 0;
  const places = rows.map(([level, anchor, own, gap, length]): Place => {
    const location = end + gap;
    end = location + length;
    return {
      level,
      // Found out for the places that are shown alone: there are thousands.
      get anchor() {
        return anchor === 0 ? nameOf(own) : anchor;
      },
      own,
      location,
      length,
    };
  });
  return { page, kind, places };
}
