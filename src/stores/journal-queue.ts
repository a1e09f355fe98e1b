import type { Run } from '~/core/run/run';

/*
 * Between the shelf and the journal (journal.ts), which is loaded when the page has nothing better to do: what the shelf kept
 * meanwhile waits here. Nothing waits for the journal.
 */

/** Entries that were kept now, as a run of these alone; or that a run was deleted. */
export type Noted = { kept: Run } | { deleted: Pick<Run, 'page' | 'id'> };

const waiting: Noted[] = [];
let write: ((noted: Noted) => void) | undefined;

/** Notes something for the journal. */
export function noteForJournal(noted: Noted): void {
  if (write) write(noted);
  else waiting.push(noted);
}

/** Hands over all that waits, and from now on everything at once. */
export function handOver(to: (noted: Noted) => void): void {
  write = to;
  for (const noted of waiting.splice(0)) to(noted);
}
