import { $looking } from './visitor';

/*
 * The one door for acts. Every act of the reader on the page's run passes here, so that none is done while the run that the page
 * shows is another's. What is announced after an act follows its outcome.
 */

/** The result of an act. `unchanged`: there was nothing to do, or nothing left to take back. */
export type Outcome = 'ok' | 'unchanged' | 'refused: looking';

/** Asks whether an act would be done now, before the reader is asked what the act needs. */
export const askDoor = (): 'ok' | 'refused: looking' => ($looking.get() === undefined ? 'ok' : 'refused: looking');

/** Does an act, unless another's run is looked at. An act that says nothing of its outcome was done. */
export function passDoor(act: () => Outcome | void): Outcome {
  const answer = askDoor();
  return answer === 'ok' ? (act() ?? 'ok') : answer;
}
