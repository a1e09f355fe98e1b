import { noteTaken, readText, writeText } from './storage';
import { shownKey } from './storage-keys';

/*
 * The run that a page shows. Written with every save; empty if the reader chose a fresh run, and missing only if it was lost. While storage
 * refuses to note it, this tab remembers it.
 */

/** The ids that storage refused, by page. */
const refused = new Map<string, string>();

/** The pages whose pointer is in memory alone, and what it says. */
export const heldPointers = (): Iterable<[page: string, id: string]> => refused;

/** Returns the id of the run that a page shows; empty if the reader chose to show none; undefined if nothing is known. */
export const readPointer = (page: string): string | undefined =>
  refused.get(page) ?? readText(shownKey(page)) ?? undefined;

/** The id of the run that a page shows. */
export const shownRun = (page: string): string | undefined => readPointer(page) || undefined;

/** Makes a page show a run from now on, or none. */
export function showRun(page: string, id = ''): void {
  const key = shownKey(page);
  refused.delete(page);
  if (readText(key) === id) noteTaken(key);
  else if (!writeText(key, id)) refused.set(page, id);
}
