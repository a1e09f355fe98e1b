import { hexOf } from '~/core/hex-of';
import type { Run } from '~/core/run/run';
import { readQuietly } from './read-quietly';
import { beganKey } from './trace-keys';
import { writeQuietly } from './write-quietly';

/*
 * The revision of its page that a run began on, under `runsheet|<base>|began|<page>|<run id>`: 8 hex digits. It only serves to list the
 * changes since; if it is missing, or storage is forbidden, no changes are listed.
 */
const keyOf = ({ page, id }: Pick<Run, 'page' | 'id'>) => beganKey(page, id);

/** The fingerprint of the revision that the run began on, if it is known. */
export function beginningOf(run: Run): number | undefined {
  const kept = readQuietly('localStorage', keyOf(run)) ?? '';
  return /^[0-9a-f]{8}$/.test(kept) ? parseInt(kept, 16) : undefined;
}

/** Remembers the revision that a run began on; the first one given stays. */
export function noteBeginning(run: Run, fingerprint: number): void {
  const key = keyOf(run);
  if (readQuietly('localStorage', key) === null) writeQuietly('localStorage', key, hexOf(fingerprint, 8));
}
