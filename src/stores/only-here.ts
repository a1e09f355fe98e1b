import { $journal } from './journal-state';
import { $own } from './run';
import { $trouble } from './trouble';

/** Returns whether the run that is shown is nowhere but on this page: storage refuses it, and so does the journal. */
export const isOnlyHere = (): boolean =>
  $own.get() !== undefined && $trouble.get()?.kind === 'refused' && $journal.get() !== 'kept';
