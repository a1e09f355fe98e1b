import { groupBy } from '~/core/group-by';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { readRecord, writeRecord, type RunRecord } from '~/core/run/record';
import { lacksEntries, mergeRuns, type Run } from '~/core/run/run';
import { handOver, type Noted } from './journal-queue';
import { countUnanswered, noteJournal } from './journal-state';
import { findKept, notedRuns } from './shelf';
import { prefix } from './storage-keys';

/*
 * The journal: every entry that the shelf keeps also goes to IndexedDB, because browsers write localStorage late: one that is killed
 * loses up to a minute of it. It is loaded once the page has nothing better to do, and no tick waits for it. At the next opening its
 * entries are merged into the shelf by the same union (recover.ts). A browser never says when localStorage is on the disk, so what
 * the shelf has stays here for a day and is emptied then. If IndexedDB is forbidden or full, the reader is told, and what it refused is
 * offered to it again. A run that localStorage refuses is here as long as that lasts.
 *
 *   <prefix>journal, store "entries": [page, run id, milliseconds, a random number] → the entries of one act, as a record
 */

type Place = [page: string, id: string, at: number, random: number];

interface Schema extends DBSchema {
  entries: { key: Place; value: RunRecord };
}

type Database = IDBPDatabase<Schema>;

/** The age in milliseconds from which entries that the shelf has are deleted here. */
const keptFor = 24 * 60 * 60_000;

let opened: Promise<Database> | undefined;

/** Takes leave of a database that is being deleted or was closed by the browser, and puts into the next one what this tab knows. */
function forget(): void {
  opened = current = undefined;
  for (const kept of notedRuns()) take({ kept });
}

/** Opens the database once; anew if the browser has closed it, as it does when the site's data are cleared. */
function database(): Promise<Database> {
  const open = (version?: number) =>
    openDB<Schema>(`${prefix}journal`, version, {
      upgrade: (db) => void db.createObjectStore('entries'),
      blocking: (_, __, { target }) => {
        (target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
  // A later version of the site may have given it a later version: its entries are the same.
  opened ??= open(1).catch((fault: DOMException) => (fault.name === 'VersionError' ? open() : Promise.reject(fault)));
  return opened;
}

/** Everything noted of one run. */
const placesOf = ({ page, id }: Pick<Run, 'page' | 'id'>) => IDBKeyRange.bound([page, id], [page, id, []]);

/** Something to write, at its place. */
type Work = { put: Run; place: Place } | { deleted: Pick<Run, 'page' | 'id'> };

/** The notes of this task that are not written yet. */
let noted: Work[] = [];

/** The database, once it is open: a write then leaves this process in the task of the act, even if the process is killed afterwards. */
let current: Database | undefined;

/** The delay, in milliseconds, after which a write is forced to the disk, safe from a loss of power; the system has it at once. */
const settling = 200;

let strict: ReturnType<typeof setTimeout> | undefined;

/** Writes, and commits without waiting for an answer: the browser may be gone by then. */
async function write(db: Database, all: readonly Work[], durability: 'relaxed' | 'strict'): Promise<void> {
  const transaction = db.transaction('entries', 'readwrite', { durability });
  const written = all.map((one) =>
    'put' in one
      ? transaction.store.put(writeRecord(one.put), one.place)
      : transaction.store.delete(placesOf(one.deleted)),
  );
  transaction.commit();
  await Promise.all([...written, transaction.done]);
}

/** An empty run, which reading leaves out: a strict transaction must write something. */
const nobody: Work = { put: { id: '', page: '', start: 0, entries: [] }, place: ['', '', 0, 0] };

/** Makes the browser flush its writes to the disk: a strict transaction takes all earlier ones along, and each burst needs but one. */
function settleSoon(): void {
  strict ??= setTimeout(() => {
    strict = undefined;
    if (current) void write(current, [nobody], 'strict').catch(() => undefined);
  }, settling);
}

/** The notes that the database refused. */
let refused: Work[] = [];

/**
 * The delays, in milliseconds, after which the database is offered again what it refused; the next act offers it too. The first refusal
 * is told to nobody: a browser that clears the site's data refuses only while it does.
 */
const [moment, patience] = [300, 10_000];

/** The refusals since the database last took something, and the number of refused notes that nobody was told about. */
let refusals = 0;
let owed = 0;

let offering: ReturnType<typeof setTimeout> | undefined;

async function flush(): Promise<void> {
  const all = [...refused, ...noted];
  const unanswered = noted.length + owed;
  [refused, noted, owed] = [[], [], 0];
  clearTimeout(offering);
  try {
    const failed = current;
    const again = async () => {
      // A database that was closed under the page, or refused, is left and opened once more.
      if (failed === current) {
        failed?.close();
        opened = undefined;
      }
      return write((current = await database()), all, 'strict');
    };
    await (failed ? write(failed, all, 'relaxed').catch(again) : again());
    refusals = 0;
    if (refused.length === 0) noteJournal('kept');
    settleSoon();
  } catch {
    refused = [...all, ...refused];
    refusals++;
    offering = setTimeout(flush, refusals === 1 ? moment : patience);
    if (refusals === 1) {
      owed += unanswered;
      return;
    }
    noteJournal('refused');
  }
  countUnanswered(-unanswered);
}

/** The time of the last note: the next one is later, even if the clock is put back, so that the last act is known. */
let last = 0;

function placeOf({ page, id }: Run): Place {
  last = Math.max(Date.now(), last + 0.01);
  return [page, id, last, Math.random()];
}

/** Collects a note and writes all notes at the end of this task: a burst of acts is one transaction. */
function take(one: Noted): void {
  const work = 'kept' in one ? { put: one.kept, place: placeOf(one.kept) } : one;
  countUnanswered(1);
  if (noted.push(work) === 1) queueMicrotask(() => void flush());
}

/** A run from the journal, and the time at which its last act was noted, in milliseconds since 1970. */
export interface Journaled {
  run: Run;
  at: number;
}

/** A note as it is kept: its place, and the run that holds its entries alone; whether this version can read all of them. */
interface Note {
  place: Place;
  run: Run;
  isWhole: boolean;
}

/** Reads all notes. What this version cannot read is left alone. */
async function readNotes(db: Database): Promise<Note[]> {
  const transaction = db.transaction('entries');
  const [places, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  return places.flatMap((place, i): Note[] => {
    const read = readRecord(values[i]);
    if (!read.ok) return [];
    const { run, refused: lacking } = read.value;
    return run.page === place[0] && run.id === place[1] ? [{ place, run, isWhole: lacking === 0 }] : [];
  });
}

/** Puts the notes of one run together. */
const gather = (notes: readonly Note[]): Journaled => ({
  run: notes.map(({ run }) => run).reduce(mergeRuns),
  at: notes.reduce((last, { place: [, , at] }) => Math.max(last, at), 0),
});

/** Deletes old notes of which the shelf has everything. */
async function prune(db: Database, had: readonly Note[]): Promise<void> {
  const now = Date.now();
  const old = had.filter(({ place: [, , at], isWhole }) => isWhole && Math.abs(now - at) > keptFor);
  if (old.length === 0) return;
  const transaction = db.transaction('entries', 'readwrite');
  await Promise.all([...old.map(({ place }) => transaction.store.delete(place)), transaction.done]);
}

/** The time, in milliseconds, after which a database that does not open counts as refused. */
const openedWithin = 5000;

const giveUp = () => new Promise<never>((_, refuse) => setTimeout(refuse, openedWithin));

/**
 * Opens the journal: returns the runs of which it has something that the shelf lacks, whole, the last one acted on first; and from now on
 * writes every note to it.
 */
export async function openJournal(): Promise<Journaled[]> {
  try {
    const db = (current = await Promise.race([database(), giveUp()]));
    noteJournal('kept');
    handOver(take);
    const runs = groupBy(await readNotes(db), ({ run }) => `${run.page}|${run.id}`);
    const had: Note[] = [];
    const lost: Journaled[] = [];
    for (const notes of runs.values()) {
      const { run, at } = gather(notes);
      const { run: kept, isLocked } = findKept(run.page, run.id);
      if (isLocked) continue;
      if (kept === undefined || lacksEntries(kept, run)) lost.push({ run: kept ? mergeRuns(kept, run) : run, at });
      else had.push(...notes);
    }
    await prune(db, had);
    return lost.toSorted((a, b) => b.at - a.at);
  } catch {
    noteJournal('refused');
    handOver(take);
    return [];
  }
}
