import { isObject, isText, parseJson } from '~/core/json';
import { ok, refuse, type Result } from '~/core/result';
import { isMark } from '~/core/page/page';
import { isPageId } from '~/core/page/page-id';
import { isMarkKey, type Entry } from './entry';
import { isMinute } from './minute';
import { isRunId, orderEntries, type Run } from './run';

/** An entry as JSON: in storage, in files and in rooms. */
export type EntryRow = readonly [key: string, value: string, at: number, seq: number, by: string];

/** A run as JSON, in storage and in files. Formats are append-only. */
export interface RunRecord {
  format: 1;
  id: string;
  page: string;
  start: number;
  entries: readonly EntryRow[];
}

/** The reasons why nothing of a record can be read. `newer`: written by a later version of the site; `not-a-page`: its page can be none. */
export type RecordRefusal = 'not-json' | 'not-a-run' | 'not-a-page' | 'newer';

/** A record as read: the run, and the number of invalid entries that were left out [RC2]. */
export interface ReadRecord {
  run: Run;
  refused: number;
}

/** Writes an entry in the form that `readEntry` reads. */
export const rowOf = ({ key, value, at, seq, by }: Entry): EntryRow => [key, value, at, seq, by];

/** Writes a run in the form that `readRecord` reads. */
export const writeRecord = ({ id, page, start, entries }: Run): RunRecord => ({
  format: 1,
  id,
  page,
  start,
  entries: entries.map(rowOf),
});

/** Reads `[key, value, at, seq, by]` of any origin; `undefined` if it is no entry. */
export function readEntry(value: unknown): Entry | undefined {
  if (!Array.isArray(value)) return undefined;
  const [key, text, at, seq, by] = value as unknown[];
  if (!isText(key) || !isText(text) || !isText(by)) return undefined;
  if (!isMinute(at) || !isMinute(seq)) return undefined;
  if (isMarkKey(key) && !isMark(text)) return undefined;
  return { key, value: text, at, seq, by };
}

/** Reads a run from parsed JSON of any origin, entry by entry, or gives the reason why there is none [RC1]. */
export function readRecord(value: unknown): Result<ReadRecord, RecordRefusal> {
  if (!isObject(value)) return refuse('not-a-run');
  const { format, id, page, start, entries } = value;
  if (typeof format === 'number' && format > 1) return refuse('newer');
  if (format !== 1 || !isText(id) || !isRunId(id)) return refuse('not-a-run');
  if (!isText(page) || !isMinute(start) || !Array.isArray(entries)) return refuse('not-a-run');
  if (!isPageId(page)) return refuse('not-a-page');
  const read = entries.map(readEntry).filter((entry) => entry !== undefined);
  return ok({ run: { id, page, start, entries: orderEntries(read) }, refused: entries.length - read.length });
}

/** Reads a run from JSON text of any origin. */
export function parseRecord(text: string): Result<ReadRecord, RecordRefusal> {
  const value = parseJson(text);
  return value === undefined ? refuse('not-json') : readRecord(value);
}
