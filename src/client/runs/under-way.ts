import type { Run } from '~/core/run/run';
import { endOf } from '~/client/text/tally';

/** At most this many runs stand on the home page; the others are one click away. */
export const mostShown = 5;

/** Whether a run was begun and has not ended. */
export const isUnderWay = (run: Run): boolean => run.entries.length > 0 && endOf(run) === undefined;
