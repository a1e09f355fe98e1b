import { hexOf } from '~/core/hex-of';
import type { Run } from '~/core/run/run';
import { beganKey } from './trace-keys';

/*
 * The revision of its page that a run began on, under `runsheet|<base>|began|<page>|<run id>`: 8 hex digits. It only serves to list the
 * changes since; if it is missing, or storage is forbidden, no changes are listed.
 */
const keyOf = ({ page, id }: Pick<Run, 'page' | 'id'>) => beganKey(page, id);

/** The fingerprint of the revision that the run began on, if it is known. */
export function beginningOf(run: Run): number | undefined {
  try {
    const kept = localStorage.getItem(keyOf(run));
    return kept !== null && /^[0-9a-f]{8}$/.test(kept) ? parseInt(kept, 16) : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the revision that a run began on; the first one given stays. */
export function noteBeginning(run: Run, fingerprint: number): void {
  try {
    if (localStorage.getItem(keyOf(run)) === null) {
      localStorage.setItem(keyOf(run), hexOf(fingerprint, 8));
    }
  } catch {
    // No changes are listed then.
  }
}
