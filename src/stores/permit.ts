import { findEnd } from '~/core/run/ending';
import { $view } from './run';
import { $looking } from './visitor';

/*
 * Every act of the reader on the page's run asks here whether it is permitted, so that none is done while the page shows
 * somebody else's run. The announcement after an act follows its outcome.
 */

/** The result of an act. `unchanged`: there was nothing to do, or nothing left to take back. `refused: ended`: the run has ended. */
export type Outcome = 'ok' | 'unchanged' | 'refused: looking' | 'refused: ended';

/** Returns whether an act would be done now, before the reader is asked for anything that the act needs. */
export const checkAct = (): 'ok' | 'refused: looking' => ($looking.get() === undefined ? 'ok' : 'refused: looking');

/** Asks whether an entry would be taken now: an ended run takes none before it is opened again. */
export function checkEntry(): 'ok' | 'refused: looking' | 'refused: ended' {
  const answer = checkAct();
  return answer === 'ok' && findEnd($view.get().state) ? 'refused: ended' : answer;
}

/** Does an act, unless somebody else's run is shown. An act that returns no outcome counts as done. */
export function doIfPermitted(act: () => Outcome | void): Outcome {
  const answer = checkAct();
  return answer === 'ok' ? (act() ?? 'ok') : answer;
}
