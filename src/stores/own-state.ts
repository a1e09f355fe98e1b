import { stateOf, type State } from '~/core/run/run';
import { $own } from './run';

const nothing: State = new Map();

/** Returns the state that acts build on: that of the reader's own run. */
export function ownState(): State {
  const run = $own.get();
  return run === undefined ? nothing : stateOf(run);
}
