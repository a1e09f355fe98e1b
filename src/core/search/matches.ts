/** The locations of a word on each page, by Pagefind's name of the page: in words, in order. */
export type Stands = ReadonlyMap<string, readonly number[]>;

/** A match on a page: the location and number of consecutive words, and how well they answer the question, up to 1. */
export interface Match {
  at: number;
  length: number;
  quality: number;
}

/** The matches on each page, by Pagefind's name of the page. */
export type Matches = ReadonlyMap<string, readonly Match[]>;

/** Looks up a single word: with its other endings, or all words that begin with it. The implementation caches each result. */
export interface Lookup {
  exact: (word: string) => Promise<Stands>;
  beginning: (word: string) => Promise<Stands>;
}

/** Finds the places where words stand one after the other. */
export function matchPhrase(stands: readonly Stands[], quality: number): Matches {
  const [first, ...rest] = stands;
  const found = new Map<string, Match[]>();
  for (const [page, starts] of first ?? []) {
    if (rest.length === 0) {
      found.set(
        page,
        starts.map((at) => ({ at, length: 1, quality })),
      );
      continue;
    }
    const others = rest.map((one) => new Set(one.get(page) ?? []));
    const matches = starts.filter((at) => others.every((one, i) => one.has(at + i + 1)));
    if (matches.length > 0)
      found.set(
        page,
        matches.map((at) => ({ at, length: stands.length, quality })),
      );
  }
  return found;
}

/**
 * Finds the places where words stand near each other, each at most `gap` other words from the first: in any order, or in theirs where they
 * are `ordered`.
 */
export function matchNear(stands: readonly Stands[], quality: number, gap: number, ordered = false): Matches {
  const [first, ...rest] = stands;
  const reach = gap + rest.length;
  const found = new Map<string, Match[]>();
  for (const [page, starts] of first ?? []) {
    const matches = starts.flatMap((start): Match[] => {
      const isNear = (at: number) => at !== start && Math.abs(at - start) <= reach && (!ordered || at > start);
      const near = rest.map((one) => (one.get(page) ?? []).find(isNear));
      if (near.includes(undefined)) return [];
      const all = [start, ...near.filter((at) => at !== undefined)];
      const at = Math.min(...all);
      return [{ at, length: Math.max(...all) - at + 1, quality }];
    });
    if (matches.length > 0) found.set(page, matches);
  }
  return found;
}

/** Unites the matches of several searches; of two that begin at the same word, the better one remains. */
export function uniteMatches(all: readonly Matches[]): Matches {
  const given = all.filter((one) => one.size > 0);
  if (given.length < 2) return given[0] ?? new Map<string, Match[]>();
  const united = new Map<string, Match[]>();
  for (const page of new Set(given.flatMap((one) => [...one.keys()]))) {
    const best = new Map<number, Match>();
    for (const match of given.flatMap((one) => one.get(page) ?? [])) {
      const before = best.get(match.at);
      if (before === undefined || before.quality < match.quality) best.set(match.at, match);
    }
    united.set(
      page,
      [...best.values()].toSorted((a, b) => a.at - b.at),
    );
  }
  return united;
}
