import { ok, refuse, type Result } from '~/core/result';
import type { Entry } from './entry';
import { isMark } from './marks';
import { orderEntries, type Run } from './run';

/** A run as JSON, in storage and in files. `entries` are [key, value, at, seq, by]. Formats are append-only. */
export interface RunRecord {
  format: 1;
  id: string;
  page: string;
  start: number;
  entries: readonly (readonly [key: string, value: string, at: number, seq: number, by: string])[];
}

/** Why a record cannot be read. `newer`: written by a later version of the site. */
export type RecordRefusal = 'not-json' | 'not-a-run' | 'newer' | 'bad-entry';

/** Minutes since 1970 fit 26 bits until the year 2097. */
const lastMinute = 2 ** 26 - 1;

export const isMinute = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= lastMinute;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export const writeRecord = ({ id, page, start, entries }: Run): RunRecord => ({
  format: 1,
  id,
  page,
  start,
  entries: entries.map(({ key, value, at, seq, by }) => [key, value, at, seq, by] as const),
});

/** Reads `[key, value, at, seq, by]` of any origin; `undefined` if it is no entry. */
export function readEntry(value: unknown): Entry | undefined {
  if (!Array.isArray(value)) return undefined;
  const [key, text, at, seq, by] = value as unknown[];
  if (typeof key !== 'string' || typeof text !== 'string' || typeof by !== 'string') return undefined;
  if (!isMinute(at) || !isMinute(seq)) return undefined;
  if (key.startsWith('mark/') && !isMark(text)) return undefined;
  return { key, value: text, at, seq, by };
}

/** Reads a run from parsed JSON of any origin: all of it, or the reason why not [RC1]. */
export function readRecord(value: unknown): Result<Run, RecordRefusal> {
  if (!isObject(value)) return refuse('not-a-run');
  const { format, id, page, start, entries } = value;
  if (typeof format === 'number' && format > 1) return refuse('newer');
  if (format !== 1 || typeof id !== 'string' || !/^[0-9a-f]{8}$/.test(id)) return refuse('not-a-run');
  if (typeof page !== 'string' || !isMinute(start) || !Array.isArray(entries)) return refuse('not-a-run');
  const read: Entry[] = [];
  for (const entry of entries) {
    const known = readEntry(entry);
    if (known === undefined) return refuse('bad-entry');
    read.push(known);
  }
  return ok({ id, page, start, entries: orderEntries(read) });
}

/** Reads a run from JSON text of any origin. */
export function parseRecord(text: string): Result<Run, RecordRefusal> {
  try {
    return readRecord(JSON.parse(text));
  } catch {
    return refuse('not-json');
  }
}
