import { parseJson } from '~/core/json';
import { ok, refuse, type Result } from '~/core/result';
import { isMinute } from '~/core/run/minute';
import { readEntry, rowOf } from '~/core/run/record';
import { isRunId } from '~/core/run/run';
import { roomCaps } from './caps';
import { toRoomEntry, type RoomEntry } from './room-entry';

/** Some entries of a run, as one message of a room holds them. */
export interface Segment {
  run: string;
  page: string;
  start: number;
  roomEntries: readonly RoomEntry[];
}

/** The reasons why a text is no segment. */
export type SegmentRefusal = 'unreadable';

/** The text of a segment: `[run, page, start, [[key, value, at, seq, by] …]]`. */
export const writeSegment = ({ run, page, start, roomEntries }: Segment): string =>
  JSON.stringify([run, page, start, roomEntries.map(({ entry }) => rowOf(entry))]);

/** Reads a segment from a text of any origin, each entry through the decoder of every run from outside: all of it, or nothing [LV5]. */
export function readSegment(text: string): Result<Segment, SegmentRefusal> {
  const parts = parseJson(text);
  if (!Array.isArray(parts)) return refuse('unreadable');
  const [run, page, start, rows] = parts as unknown[];
  if (typeof run !== 'string' || !isRunId(run) || typeof page !== 'string') return refuse('unreadable');
  if (!isMinute(start) || !Array.isArray(rows) || rows.length > roomCaps.segmentEntries) return refuse('unreadable');
  const roomEntries: RoomEntry[] = [];
  for (const row of rows as unknown[]) {
    const entry = readEntry(row);
    const roomEntry = entry && toRoomEntry(entry);
    // A text that is not clean would be another entry once it is cleaned: its writer cleans, its reader refuses.
    if (roomEntry === undefined || roomEntry.id !== JSON.stringify(row)) return refuse('unreadable');
    roomEntries.push(roomEntry);
  }
  return ok({ run, page, start, roomEntries });
}
