import type { Run } from '~/core/run/run';
import { readKey } from './shelf';
import { askStorage } from './storage';
import { runKey, runPrefix } from './storage-keys';

/** Runs kept in this browser: of one page, or of the whole site. Newest first, each with the bytes that it takes. */
export function listRuns(page?: string): { run: Run; bytes: number }[] {
  const wanted = page === undefined ? runPrefix : runKey(page, '');
  return askStorage(() => Object.entries<string>(localStorage), [])
    .filter(([key]) => key.startsWith(wanted))
    .flatMap(([key, text]) => {
      const run = readKey(key);
      return run === undefined ? [] : [{ run, bytes: 2 * (key.length + text.length) }];
    })
    .toSorted((a, b) => b.run.start - a.run.start);
}
