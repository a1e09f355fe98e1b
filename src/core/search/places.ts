/*
 * What the search knows of a page beside Pagefind's index: its places. A place is the page itself, a section or an item; it reaches to
 * where the next one begins. Locations are counted in words (tokens.ts) from the page's beginning.
 */

/** A page, a section or an item, as the build finds it in the finished page. */
export interface Place {
  /** 1 is the page itself, 2 to 6 a section under a heading of that level, 0 an item. */
  level: number;
  /** Its anchor; empty for the page itself. */
  anchor: string;
  /** Its own text: the title, the heading, the item's words. */
  own: string;
  /** Where its own text begins, and how many words it has. */
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

/** Reads what `writePlaces` wrote; undefined where it is something else. */
export function readPlaces(read: unknown): PagePlaces | undefined {
  if (!Array.isArray(read)) return undefined;
  const [page, kind, rows] = read as unknown[];
  if (typeof page !== 'string' || typeof kind !== 'string' || !Array.isArray(rows) || !rows.every(isRow))
    return undefined;
  const places = rows.map(([level, anchor, own, location, length]) => ({ level, anchor, own, location, length }));
  return { page, kind, places };
}
