import { placeHolds } from '~/core/page/hold-places';
import type { Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import type { Next } from './status';

/** Returns the run's position on the page: the leaf that is next, or the last leaf before the hold that is next. */
export const leafAtNext = (structure: Structure, next: Next | undefined): Item | undefined =>
  next?.kind === 'hold'
    ? placeHolds(structure)
        .find(({ hold }) => hold === next.hold)
        ?.before.at(-1)
    : next?.kind === 'item'
      ? next.item
      : undefined;
