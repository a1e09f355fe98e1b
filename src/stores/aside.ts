import { parseRecord, type RecordRefusal } from '~/core/run/record';
import { lacksEntries, type Run } from '~/core/run/run';
import { loadRun } from './shelf';
import { prefix, readRunKey, runKey } from './storage-keys';

/*
 * What could not be read and was set aside (set-aside.ts): kept for its owner, who may take it home, throw it away, or take it back
 * where it can be read by now. Read when asked for; nothing here writes. Storage that is forbidden has none.
 */

/**
 * The reason why a value was set aside, as it looks now. `partly`: some entries cannot be read; `foreign`: its name is not its own;
 * `readable`: nothing is wrong with it any more.
 */
export type AsideReason = 'unreadable' | 'not-a-page' | 'foreign' | 'partly' | 'newer' | 'readable';

/** A value that was set aside: when (in minutes since 1970), what it was kept as, and its text. */
export interface Aside {
  key: string;
  at: number;
  /** Page of the run that it was to be, as its key says. */
  page: string;
  text: string;
  why: AsideReason;
  /** The run that it holds, where that has something that is not kept. */
  run: Run | undefined;
}

const refusals: Record<RecordRefusal, AsideReason> = {
  'not-json': 'unreadable',
  'not-a-run': 'unreadable',
  'not-a-page': 'not-a-page',
  newer: 'newer',
};

function judge(name: string, text: string): Pick<Aside, 'why' | 'run'> {
  const read = parseRecord(text);
  if (!read.ok) return { why: refusals[read.reason], run: undefined };
  const { run, refused } = read.value;
  const kept = loadRun(run.page, run.id);
  const why = refused > 0 ? 'partly' : runKey(run.page, run.id) === name ? 'readable' : 'foreign';
  return { why, run: kept === undefined || lacksEntries(kept, run) ? run : undefined };
}

/** All that was set aside, newest first. */
export function listAside(): Aside[] {
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

export function removeAside({ key }: Aside): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is forbidden: then there is nothing to remove either.
  }
}

/** Puts a value back that was removed. */
export function restoreAside({ key, text }: Aside): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Storage is full or forbidden: the page's own message says so.
  }
}

/** What browsers give an origin: 5 Mi characters, which some call 5 MB and others 10. So storage is measured in characters here. */
export const storageLimit = 5_000_000;

/** Characters that this site, and all sites of its origin, keep. They share what there is. */
export function measureStorage(): { own: number; all: number } {
  const used = { own: 0, all: 0 };
  try {
    for (const key of Object.keys(localStorage)) {
      const length = key.length + (localStorage.getItem(key)?.length ?? 0);
      used.all += length;
      if (key.startsWith(prefix)) used.own += length;
    }
  } catch {
    // Storage is forbidden: nothing is kept.
  }
  return used;
}
