import { atom, computed, type ReadableAtom } from 'nanostores';
import { $waiting } from './journal-queue';

/**
 * The state of the journal. `opening`: it is not yet known whether it can keep entries; `kept`: it has every entry that was
 * noted for it; `refused`: it refused some.
 */
export type JournalState = 'opening' | 'kept' | 'refused';

const $state = atom<JournalState>('opening');

/** The state of this browser's journal. */
export const $journal: ReadableAtom<JournalState> = $state;

/** Notes the state of the journal. */
export const noteJournal = (state: JournalState): void => $state.set(state);

const $unanswered = atom(0);

/** Notes that the journal was given so many notes more, or has kept or refused so many where the number is negative. */
export const countUnanswered = (notes: number): void => $unanswered.set($unanswered.get() + notes);

/**
 * True while the journal has yet to answer for something that was entered: until then a browser that is killed may lose it. A refusal is an
 * answer too, and is told by itself.
 */
export const $isKeeping: ReadableAtom<boolean> = computed(
  [$waiting, $unanswered],
  (waiting, unanswered) => waiting.length + unanswered > 0,
);
