import { keys } from '~/core/run/entry';
import { stateOf, valueOf, type Run } from '~/core/run/run';
import { fullTimeOf } from './when-text';

/** A run's own title; day and time of its start where nobody gave it one: the same wherever runs are listed. */
export const titleOfRun = (run: Run): string => valueOf(stateOf(run), keys.title) || fullTimeOf(run.start);
