import type { Item } from '~/core/checklist/page';
import type { Structure } from '~/core/checklist/structure';
import { markOf } from './marks';
import type { State } from './run';

/** The ticked triggers of a contingency: clearing them all turns it off [CT2]. */
export const tickedTriggers = (structure: Structure, state: State, section: string): Item[] =>
  structure.leaves.filter((item) => structure.triggers.get(item.id) === section && markOf(state, item) === 'done');
