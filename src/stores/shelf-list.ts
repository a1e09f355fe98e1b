import type { Run } from '~/core/run/run';
import { askStorage, readKey, runKey } from './shelf';

/** Runs kept in this browser: of one page, or of the whole site. Newest first, each with the bytes that it takes. */
export function listRuns(page?: string): { run: Run; bytes: number }[] {
  const wanted = page === undefined ? runKey('', '').slice(0, -1) : runKey(page, '');
  return askStorage(() => Object.entries<string>(localStorage), [])
    .filter(([key]) => key.startsWith(wanted))
    .flatMap(([key, text]) => {
      const run = readKey(key);
      return run === undefined || run === 'locked' ? [] : [{ run, bytes: 2 * (key.length + text.length) }];
    })
    .toSorted((a, b) => b.run.start - a.run.start);
}
