import type { Meaning } from './look-up';
import type { Matches } from './matches';
import type { Part } from './query';

/** The result for a part: its matches in each index, and the change made to the part to get them. */
export interface Found {
  part: Part;
  matches: Matches[];
  how: 'typed' | 'corrected' | 'replaced' | 'left';
  /** True for a part that stands nowhere as it was typed. */
  isOther?: boolean;
  /** The word in whose stead a typo was typed. */
  instead?: string;
  /** For a part that was replaced, the words that were found in its stead. */
  meanings?: readonly Meaning[];
}
