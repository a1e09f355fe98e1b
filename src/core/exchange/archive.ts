import { isObject, parseJson } from '~/core/json';
import { ok, refuse, type Result } from '~/core/result';
import { readRecord, writeRecord, type RecordRefusal } from '~/core/run/record';
import type { Run } from '~/core/run/run';
import { longestJson } from './imported';

/**
 * The content of an archive: the runs that could be read; the positions of the others in its list (from 1), with the reason; and the number
 * of invalid entries that were left out of the runs that were read.
 */
export interface Archive {
  runs: readonly Run[];
  refused: readonly { place: number; reason: RecordRefusal }[];
  leftOut: number;
}

export type ArchiveRefusal = RecordRefusal | 'too-long';

/** The limit of an archive, in characters: three times this browser's whole storage. */
const longestArchive = 4 * longestJson;

/** Many runs as one JSON file: their records, an entry a line, so that two archives can be compared [EX11]. */
export function writeArchive(runs: readonly Run[]): string {
  const records = runs.map((run) => {
    const { entries, ...head } = writeRecord(run);
    const list = entries.map((entry) => `\n      ${JSON.stringify(entry)}`).join(',');
    return `    ${JSON.stringify(head).slice(0, -1)},"entries":[${list}]}`;
  });
  return `{\n  "archive": 1,\n  "runs": [\n${records.join(',\n')}\n  ]\n}\n`;
}

/** Reads a JSON file of this site: an archive, or a single run. One damaged run does not take the others with it [EX11]. */
export function readArchive(text: string): Result<Archive, ArchiveRefusal> {
  if (text.length > longestArchive) return refuse('too-long');
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  if (value === undefined) return refuse('not-json');
  if (!isObject(value) || !('archive' in value)) {
    const single = readRecord(value);
    return single.ok ? ok({ runs: [single.value.run], refused: [], leftOut: single.value.refused }) : single;
  }
  const { archive, runs } = value;
  if (typeof archive === 'number' && archive > 1) return refuse('newer');
  if (archive !== 1 || !Array.isArray(runs)) return refuse('not-a-run');
  const read = runs.map(readRecord);
  return ok({
    runs: read.flatMap((one) => (one.ok ? [one.value.run] : [])),
    refused: read.flatMap((one, i) => (one.ok ? [] : [{ place: i + 1, reason: one.reason }])),
    leftOut: read.reduce((sum, one) => sum + (one.ok ? one.value.refused : 0), 0),
  });
}
