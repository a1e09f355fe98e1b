import type { Run } from '~/core/run/run';
import { listRuns } from './shelf-list';

/** The last run of the same page that began before a run and in which something was marked: what to compare its times with. */
export const earlierRun = ({ id, page, start }: Run): Run | undefined =>
  listRuns(page).find(
    ({ run }) => run.id !== id && run.start <= start && run.entries.some(({ key }) => key.startsWith('mark/')),
  )?.run;
