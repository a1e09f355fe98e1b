import { atom, type ReadableAtom } from 'nanostores';
import type { Run } from '~/core/run/run';

/*
 * The queue between the shelf and the journal (journal.ts), which is loaded when the page is idle: entries that the shelf has kept
 * meanwhile wait here. Nothing waits for the journal.
 */

/** Entries that were just kept, as a run of these alone; or the deletion of a run. */
export type Noted = { kept: Run } | { deleted: Pick<Run, 'page' | 'id'> };

const $queue = atom<readonly Noted[]>([]);
let write: ((noted: Noted) => void) | undefined;

/** The notes that wait for the journal. */
export const $waiting: ReadableAtom<readonly Noted[]> = $queue;

/** Notes something for the journal. */
export function noteForJournal(noted: Noted): void {
  if (write) write(noted);
  else $queue.set([...$queue.get(), noted]);
}

/** Hands over all waiting notes, and from now on each note at once. */
export function handOver(to: (noted: Noted) => void): void {
  write = to;
  for (const noted of $queue.get()) to(noted);
  $queue.set([]);
}
