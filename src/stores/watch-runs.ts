import { parseRecord } from '~/core/run/record';
import type { Run } from '~/core/run/run';
import { forgetRun, readKey } from './shelf';
import { readRunKey } from './read-run-key';
import { runKey, runPrefix, shownKey } from './storage-keys';

/**
 * A change made by another tab: the run that it wrote, the page and id of one that it removed, that a page shows another one, or that
 * everything was cleared.
 */
export type Heard = Run | Pick<Run, 'page' | 'id'> | 'shown' | 'cleared';

/** Calls back with every change that other tabs make to runs, and to which of them are shown. */
export function watchRuns(listener: (heard: Heard) => void): () => void {
  const hear = ({ key, newValue, storageArea }: StorageEvent) => {
    if (storageArea !== localStorage) return;
    if (key === null) return listener('cleared');
    if (key.startsWith(shownKey(''))) return listener('shown');
    if (!key.startsWith(runPrefix)) return;
    if (newValue === null) {
      forgetRun(key);
      return listener(readRunKey(key));
    }
    const heard = parseRecord(newValue);
    const isWhole = heard.ok && heard.value.refused === 0 && runKey(heard.value.run.page, heard.value.run.id) === key;
    const run = isWhole ? heard.value.run : readKey(key);
    if (run) listener(run);
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}
