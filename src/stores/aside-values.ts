import { parseRecord, type RecordRefusal } from '~/core/run/record';
import { lacksEntries, type Run } from '~/core/run/run';
import { loadRun } from './shelf';
import { readRunKey } from './read-run-key';
import { prefix, runKey } from './storage-keys';
import { writeQuietly } from './write-quietly';

/*
 * Values of the storage that could not be read and were set aside, that is, kept under another key (set-aside.ts). Their
 * owner may download them, delete them, or take them back once they can be read. Forbidden storage has none.
 */

/**
 * The reason why a value was set aside, as it looks now. `partly`: some entries cannot be read; `foreign`: its name is not its own;
 * `readable`: nothing is wrong with it any more.
 */
export type AsideReason = 'unreadable' | 'not-a-page' | 'foreign' | 'partly' | 'newer' | 'readable';

/** A value that was set aside: its present key, the time (in minutes since 1970), and its text. */
export interface AsideValue {
  key: string;
  at: number;
  /** Page of the run that the value was meant to be, according to its key. */
  page: string;
  text: string;
  why: AsideReason;
  /** The run that the value holds, if it has something that is not kept. */
  run: Run | undefined;
}

const refusals: Record<RecordRefusal, AsideReason> = {
  'not-json': 'unreadable',
  'not-a-run': 'unreadable',
  'not-a-page': 'not-a-page',
  newer: 'newer',
};

function judge(name: string, text: string): Pick<AsideValue, 'why' | 'run'> {
  const read = parseRecord(text);
  if (!read.ok) return { why: refusals[read.reason], run: undefined };
  const { run, refused } = read.value;
  const kept = loadRun(run.page, run.id);
  const why = refused > 0 ? 'partly' : runKey(run.page, run.id) === name ? 'readable' : 'foreign';
  return { why, run: kept === undefined || lacksEntries(kept, run) ? run : undefined };
}

/** Lists all values that were set aside, newest first. */
export function listAside(): AsideValue[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`${prefix}aside|`))
      .map((key) => {
        const rest = key.slice(`${prefix}aside|`.length);
        const bar = rest.indexOf('|');
        const name = prefix + rest.slice(bar + 1);
        const text = localStorage.getItem(key) ?? '';
        return { key, at: parseInt(rest, 10) || 0, page: readRunKey(name).page, text, ...judge(name, text) };
      })
      .toSorted((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

/** Deletes a value that was set aside. */
export const removeAside = ({ key }: AsideValue): void => void writeQuietly('localStorage', key, undefined);

/** Puts a removed value back. Where storage is full or forbidden, the page already shows a message about that. */
export const restoreAside = ({ key, text }: AsideValue): void => void writeQuietly('localStorage', key, text);
