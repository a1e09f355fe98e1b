import { orderEntries, type Run } from '~/core/run/run';
import type { Entry } from '~/core/run/entry';

/** Entries that come within this time (ms) of one another while a joiner listens enter the run together, but none waits longer than `longest`. */
const pause = 40;
const longest = 300;
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
  const takeAll = () => {
    const began = performance.now();
    const entries = orderEntries(gathered);
    gathered = [];
    take({ id, page, start: earliest, entries });
    lastTook = performance.now() - began;
  };
  return (start, entries) => {
    const now = performance.now();
    earliest = Math.min(earliest, start);
    if (gathered.length === 0) since = now;
    gathered.push(...entries);
    const due = isListening() ? Math.min(now + pause, since + longest) : since + tickWait;
    clearTimeout(timer);
    timer = setTimeout(takeAll, Math.max(due, since + 2 * lastTook) - now);
  };
}
