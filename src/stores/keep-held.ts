import { heldPointers, showRun } from './pointer';
import { heldNames, readKey, saveRun } from './shelf';

/** Offers storage once more what it has refused. */
export function keepHeld(): void {
  for (const key of [...heldNames()]) {
    const run = readKey(key);
    if (run) saveRun(run);
  }
  for (const [page, id] of [...heldPointers()]) showRun(page, id);
}
