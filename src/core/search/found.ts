import type { Matches } from './matches';
import type { Part } from './query';

/** The result for a part: its matches in each index, and the change made to the part to get them. */
export interface Found {
  part: Part;
  matches: Matches[];
  how: 'typed' | 'corrected' | 'replaced' | 'left';
  instead?: string;
}
