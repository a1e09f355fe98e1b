import type { Answer, Hit } from './find';
import { readPlaces, writePlaces, type PagePlaces } from './places';

/*
 * An answer on its way from the worker to the page: as JSON, which is taken over faster than it is cloned. The places of a page travel once.
 */

/** A place that was found, as far as the dialog shows it. */
export type ShownHit = Pick<Hit, 'page' | 'id' | 'index' | 'language' | 'matches'>;

/** An answer as far as the dialog shows it. */
export interface ShownAnswer extends Omit<Answer, 'hits'> {
  hits: readonly ShownHit[];
}

type Row = [id: string, index: number, language: string, matches: number[]];

interface Written extends Omit<Answer, 'hits'> {
  hits: Row[];
  places: Record<string, unknown>;
}

/** Writes an answer; `sent`: the pages whose places the reader has already, to which those of this answer are added. */
export function writeAnswer({ hits, ...rest }: Answer, sent: Set<string>): string {
  const places: Record<string, unknown> = {};
  for (const { id, page } of hits) {
    if (sent.has(id)) continue;
    sent.add(id);
    places[id] = writePlaces(page);
  }
  const rows = hits.map(({ id, index, language, matches }): Row => [
    id,
    index,
    language,
    matches.flatMap(({ at, length }) => [at, length]),
  ]);
  return JSON.stringify({ ...rest, hits: rows, places } satisfies Written);
}

/** The matches of pairs of a location and a length. */
const readMatches = (pairs: readonly number[]) =>
  pairs.flatMap((at, i) => (i % 2 === 0 ? [{ at, length: pairs[i + 1] ?? 1, quality: 1 }] : []));

/**
 * Reads what `writeAnswer` wrote; `known`: the places of pages that came before, to which those of this answer are added. Throws where it
 * is something else: a worker of another version may have come out of a cache, and hits left out would be results that are not there.
 */
export function readAnswer(text: string, known: Map<string, PagePlaces>): ShownAnswer {
  const { hits, places, ...rest } = JSON.parse(text) as Written;
  for (const [id, rows] of Object.entries(places)) {
    const page = readPlaces(rows);
    if (page) known.set(id, page);
  }
  return {
    ...rest,
    hits: hits.map(([id, index, language, pairs]): ShownHit => {
      const page = known.get(id);
      if (page === undefined) throw new Error(`The search's worker told no places of ${id}.`);
      return { page, id, index, language, matches: readMatches(pairs) };
    }),
  };
}
