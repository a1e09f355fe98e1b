import { unsafe } from './text';

/** Returns whether an id can travel. Cleaning never changes an id: it would become another item's. */
export const isSafeId = (id: string): boolean => id.search(unsafe) < 0 && !id.includes('\n');
