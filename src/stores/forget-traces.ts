import { beganKey, lookedKey, runPrefix } from './storage-keys';

/** The beginning of a name, and that of the run which the rest of it names. */
const traces = [beganKey, lookedKey].map((keyOf) => keyOf('', '').slice(0, -1));

/**
 * Forgets what was noted beside runs that are not kept any more. Done when a page opens: until then Undo may bring a deleted run back, and
 * with it what its reader knew of its values.
 */
export function forgetTraces(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      const trace = traces.find((one) => key.startsWith(one));
      if (trace && localStorage.getItem(runPrefix + key.slice(trace.length)) === null) localStorage.removeItem(key);
    }
  } catch {
    // Storage is forbidden: nothing was noted.
  }
}
