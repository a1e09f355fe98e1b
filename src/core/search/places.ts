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

/** A place as files hold it: level, anchor, own text, location, length. */
type Row = [number, string, string, number, number];

const isRow = (row: unknown): row is Row =>
  Array.isArray(row) &&
  [0, 3, 4].every((i) => typeof row[i] === 'number') &&
  [1, 2].every((i) => typeof row[i] === 'string');

/** The places of a page as a file of the index holds them. */
export const writePlaces = ({ page, kind, places }: PagePlaces): unknown => [
  page,
  kind,
  places.map(({ level, anchor, own, location, length }): Row => [level, anchor, own, location, length]),
];

/** Reads the output of `writePlaces`; undefined for anything else. */
export function readPlaces(read: unknown): PagePlaces | undefined {
  if (!Array.isArray(read)) return undefined;
  const [page, kind, rows] = read as unknown[];
  if (typeof page !== 'string' || typeof kind !== 'string' || !Array.isArray(rows) || !rows.every(isRow))
    return undefined;
  const places = rows.map(([level, anchor, own, location, length]) => ({ level, anchor, own, location, length }));
  return { page, kind, places };
}
