import type { Matches } from './matches';

/** A part of the question, and the places where it was found. */
export interface Sought {
  /** Weight of this part in the question: rare words weigh more. */
  weight: number;
  matches: Matches;
  /** True for words that were not typed: a place without them lacks no part of the question. */
  isImplied?: boolean;
}
