import { $isKeeping, $journal } from './journal-state';
import { $own } from './run';
import { $trouble } from './trouble';

/** Returns whether a part of the shown run is nowhere but on this page: storage refuses it, and the journal refuses or has not answered. */
export const isOnlyHere = (): boolean =>
  $own.get() !== undefined && $trouble.get()?.kind === 'refused' && ($journal.get() !== 'kept' || $isKeeping.get());
