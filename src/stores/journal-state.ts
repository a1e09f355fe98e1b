import { atom, type ReadableAtom } from 'nanostores';

/** Whether the journal has every entry that was noted for it: not known yet, yes, or no. */
export type JournalState = 'opening' | 'kept' | 'refused';

const $state = atom<JournalState>('opening');

export const $journal: ReadableAtom<JournalState> = $state;

export const noteJournal = (state: JournalState): void => $state.set(state);
