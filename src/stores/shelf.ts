import { parseRecord, writeRecord } from '~/core/run/record';
import { lacksEntries, mergeRuns, onlyIn, type Run } from '~/core/run/run';
import { noteForJournal } from './journal-queue';
import { setAside } from './set-aside';
import { noteTaken, readText, removeText, writeText } from './storage';
import { runKey } from './storage-keys';
import { tell } from './trouble';

/*
 * The shelf: the one gateway to the runs kept in this browser's localStorage. A write reads the present value, merges, and writes: another
 * tab's entries are never lost. If two tabs write in the same instant, each hears the other's value, even if its own write has covered that
 * (watch-runs.ts), and the page writes both (other-tabs.ts). Possible faults: storage is forbidden or full (the run goes on in memory), a
 * value or some of its entries cannot be read (it is set aside), it belongs under another name (likewise), it is from a newer version (left
 * alone). Every write is noted for the journal.
 */

/** The content found under a name: the run, if it holds one; whether it must not be overwritten; whether there is nothing at all. */
interface Found {
  run?: Run | undefined;
  isLocked?: boolean;
  isMissing?: boolean;
}

/** The runs that this tab last read or wrote, by name: an unchanged text need not be parsed again. */
const known = new Map<string, { text: string; run: Run }>();

/** The runs that this tab has noted for the journal, by name: if storage refuses, nothing is noted twice. */
const noted = new Map<string, Run>();

/** The runs that this tab has noted for the journal, whole: for a journal that has lost them. */
export const notedRuns = (): Iterable<Run> => noted.values();

/** The runs that storage refused, by name: this tab holds them until storage takes them. */
const held = new Map<string, Run>();

/** The names of the runs that are in memory alone. */
export const heldNames = (): Iterable<string> => held.keys();

/** Takes an unreadable value off the shelf; the readable part of it stays. */
function sortOut(key: string, text: string, readable: Run | undefined): Found {
  if (!setAside(key, text)) return { run: readable, isLocked: true };
  if (readable === undefined) removeText(key);
  else writeRun(key, readable);
  return { run: readable };
}

function writeRun(key: string, run: Run): void {
  const text = JSON.stringify(writeRecord(run));
  held.set(key, run);
  if (!writeText(key, text)) return;
  held.delete(key);
  known.set(key, { text, run });
}

/** Reads the content of a name on the shelf. */
function find(key: string): Found {
  const text = readText(key);
  if (text === null) return { isMissing: true };
  const before = known.get(key);
  if (before?.text === text) return { run: before.run };
  const read = parseRecord(text);
  if (!read.ok) {
    if (read.reason !== 'newer') return sortOut(key, text, undefined);
    tell({ kind: 'newer' });
    return { isLocked: true };
  }
  const { run, refused } = read.value;
  // A record under a foreign name would put ticks into a run in which they were not made.
  if (runKey(run.page, run.id) !== key) return sortOut(key, text, undefined);
  if (refused > 0) return sortOut(key, text, run);
  known.set(key, { text, run });
  return { run };
}

/** The run that storage holds under a page and an id; `isLocked`: what is there is not to be touched. */
export const findKept = (page: string, id: string): Pick<Found, 'run' | 'isLocked'> => find(runKey(page, id));

/** The run of a name of the shelf, with what storage has refused of it. */
export function readKey(key: string): Run | undefined {
  const { run } = find(key);
  const refused = held.get(key);
  return run && refused ? mergeRuns(refused, run) : (refused ?? run);
}

/** The run kept under a page and an id, if there is one that can be read. */
export const loadRun = (page: string, id: string): Run | undefined => readKey(runKey(page, id));

/** Notes for the journal the entries that storage did not hold before. */
function noteNew(key: string, run: Run, before: Run | undefined): void {
  const others = [before, noted.get(key)].filter((one) => one !== undefined);
  const entries = others.reduce((left, { entries: there }) => onlyIn(left, there), run.entries);
  if (entries.length === 0) return;
  noted.set(key, run);
  noteForJournal({ kept: { ...run, entries } });
}

/**
 * Merges a run into the kept one, saves the result, and returns it; if storage refuses, the result is held in memory. Nothing is written if
 * all of it is kept already.
 */
export function saveRun(run: Run): Run {
  const key = runKey(run.page, run.id);
  const { run: kept, isLocked, isMissing } = find(key);
  if (isMissing && known.delete(key)) tell({ kind: 'rewritten' });
  const refused = held.get(key);
  const mine = refused === undefined || refused === run ? run : mergeRuns(run, refused);
  const merged = kept === undefined || kept === mine ? mine : mergeRuns(mine, kept);
  if (isLocked) held.set(key, merged);
  else if (kept === undefined || lacksEntries(kept, merged)) writeRun(key, merged);
  else forgetHeld(key);
  noteNew(key, merged, kept);
  return merged;
}

/** Notes that storage has all of a run. */
function forgetHeld(key: string): void {
  held.delete(key);
  noteTaken(key);
}

/** Saves a run from the journal: nothing of it needs to be noted there again. */
export function saveRecovered(run: Run): Run {
  noted.set(runKey(run.page, run.id), run);
  return saveRun(run);
}

/** Takes a run off the shelf. */
export function removeRun({ page, id }: Pick<Run, 'page' | 'id'>): void {
  const key = runKey(page, id);
  forgetRun(key);
  noted.delete(key);
  removeText(key);
  noteForJournal({ deleted: { page, id } });
}

/** Forgets what this tab knows of a run that is no longer kept. */
export function forgetRun(key: string): void {
  known.delete(key);
  forgetHeld(key);
}
