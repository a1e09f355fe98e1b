import { findEnd } from './ending';
import { stateOf, type Run } from './run';

/** Whether a run was begun and has not ended. */
export const isUnderWay = (run: Run): boolean => run.entries.length > 0 && findEnd(stateOf(run)) === undefined;
