import { isMarkKey } from '~/core/run/entry';
import type { Run } from '~/core/run/run';
import { listRuns } from './shelf-list';

/** Finds the last run of the same page that began before a run and in which something was marked, to compare its times with. */
export const earlierRun = ({ id, page, start }: Run): Run | undefined =>
  listRuns(page).find(({ run }) => run.id !== id && run.start <= start && run.entries.some(({ key }) => isMarkKey(key)))
    ?.run;
