import { findEnd } from './ending';
import { stateOf, type Run } from './run';

/** Returns whether a run has begun and has not ended. */
export const isUnderWay = (run: Run): boolean => run.entries.length > 0 && findEnd(stateOf(run)) === undefined;
