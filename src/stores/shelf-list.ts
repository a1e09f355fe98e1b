import type { Run } from '~/core/run/run';
import { heldNames, readKey } from './shelf';
import { askStorage, readText } from './storage';
import { readRunKey } from './read-run-key';
import { runPrefix } from './storage-keys';

/**
 * Runs of this browser: of one page, or of the whole site. Newest first, each with the bytes that it takes in storage: 0 if it is in memory
 * alone, because storage refused it.
 */
export function listRuns(page?: string): { run: Run; bytes: number }[] {
  const names = new Set([...askStorage(() => Object.keys(localStorage), []), ...heldNames()]);
  return [...names]
    .filter((key) => key.startsWith(runPrefix) && (page === undefined || readRunKey(key).page === page))
    .flatMap((key) => {
      const run = readKey(key);
      const text = readText(key);
      return run === undefined ? [] : [{ run, bytes: text === null ? 0 : 2 * (key.length + text.length) }];
    })
    .toSorted((a, b) => b.run.start - a.run.start);
}
