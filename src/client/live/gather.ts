import { orderEntries, type Run } from '~/core/run/run';
import type { Entry } from '~/core/run/entry';

/** Entries that come within this time (ms) of one another while a joiner listens enter the run together, but none waits longer than `longest`. */
const pause = 20;
const longest = 600;
/** A timer that fires so much later (ms) than it was to is a sign that the page was busy, and that more has arrived meanwhile. */
const late = 15;
/** A tick in a room that is open waits for so long (ms) for others that come with it. */
const tickWait = 25;

/** A run for which entries are gathered: its id and page, and its start as it is known. */
type Gathered = Pick<Run, 'id' | 'page' | 'start'>;

/**
 * Gathers the entries that a room brings, and takes them into the run together: each take writes and shows the whole run. So that a flood does
 * not leave the reader without a turn, the next take waits for twice as long as the last one took.
 */
export function makeGatherer(
  { id, page, start: known }: Gathered,
  { isListening, take }: { isListening: () => boolean; take: (run: Run) => void },
): (start: number, entries: readonly Entry[]) => void {
  let gathered: Entry[] = [];
  let earliest = known;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let lastTook = 0;
  let dueAt = 0;

  function takeAll(): void {
    const began = performance.now();
    // Messages that have arrived are let in first: taking half of them would show the whole run twice.
    if (isListening() && began - dueAt > late && began < since + longest) return wait(began, began + pause);
    const entries = orderEntries(gathered);
    gathered = [];
    take({ id, page, start: earliest, entries });
    lastTook = performance.now() - began;
  }

  function wait(now: number, until: number): void {
    dueAt = until;
    clearTimeout(timer);
    timer = setTimeout(takeAll, until - now);
  }

  return (start, entries) => {
    const now = performance.now();
    earliest = Math.min(earliest, start);
    if (gathered.length === 0) since = now;
    gathered.push(...entries);
    const due = isListening() ? Math.min(now + pause, since + longest) : since + tickWait;
    wait(now, Math.max(due, since + 2 * lastTook));
  };
}
