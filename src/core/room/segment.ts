import { parseJson } from '~/core/json';
import { ok, refuse, type Result } from '~/core/result';
import { isMinute } from '~/core/run/minute';
import { readEntry, rowOf } from '~/core/run/record';
import { isRunId } from '~/core/run/run';
import { roomCaps } from './caps';
import { travel, type Traveller } from './travel';

/** Some entries of a run, as one message of a room holds them. */
export interface Segment {
  run: string;
  page: string;
  start: number;
  travellers: readonly Traveller[];
}

/** The reasons why a text is no segment. */
export type SegmentRefusal = 'unreadable';

/** The text of a segment: `[run, page, start, [[key, value, at, seq, by] …]]`. */
export const writeSegment = ({ run, page, start, travellers }: Segment): string =>
  JSON.stringify([run, page, start, travellers.map(({ entry }) => rowOf(entry))]);

/** Reads a segment from a text of any origin, each entry through the decoder of every run from outside: all of it, or nothing [LV5]. */
export function readSegment(text: string): Result<Segment, SegmentRefusal> {
  const parts = parseJson(text);
  if (!Array.isArray(parts)) return refuse('unreadable');
  const [run, page, start, rows] = parts as unknown[];
  if (typeof run !== 'string' || !isRunId(run) || typeof page !== 'string') return refuse('unreadable');
  if (!isMinute(start) || !Array.isArray(rows) || rows.length > roomCaps.segmentEntries) return refuse('unreadable');
  const travellers: Traveller[] = [];
  for (const row of rows as unknown[]) {
    const entry = readEntry(row);
    const traveller = entry && travel(entry);
    // A text that is not clean would be another entry once it is cleaned: its writer cleans, its reader refuses.
    if (traveller === undefined || traveller.id !== JSON.stringify(row)) return refuse('unreadable');
    travellers.push(traveller);
  }
  return ok({ run, page, start, travellers });
}
