import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { atom, type ReadableAtom } from 'nanostores';
import { readRecord, writeRecord, type RunRecord } from '~/core/run/record';
import { lacksEntries, mergeRuns, type Run } from '~/core/run/run';
import { handOver, type Noted } from './journal-queue';
import { loadRun } from './shelf';
import { prefix } from './storage-keys';

/*
 * The journal: every entry that the shelf keeps also goes to IndexedDB, because browsers write localStorage late: one that is killed
 * loses up to a minute of it. It is loaded once the page has nothing better to do, and no tick waits for it. At the next opening its
 * entries are merged into the shelf by the same union (recover.ts). A browser never says when localStorage is on the disk, so what
 * the shelf has stays here for a day and is emptied then. Where IndexedDB is forbidden or full, that is told.
 *
 *   <prefix>journal, store "entries": [page, run id, milliseconds, a random number] → the entries of one act, as a record
 */

type Place = [page: string, id: string, at: number, random: number];

interface Schema extends DBSchema {
  entries: { key: Place; value: RunRecord };
}

type Database = IDBPDatabase<Schema>;

/** Entries that the shelf has are emptied after this long, in milliseconds. */
const keptFor = 24 * 60 * 60_000;

const $refusal = atom(false);

/** Whether this browser keeps no journal. */
export const $unjournaled: ReadableAtom<boolean> = $refusal;

let opened: Promise<Database> | undefined;

/** The database, opened once; anew where the browser has closed it, as it does when the site's data are cleared. */
function database(): Promise<Database> {
  const forget = () => (opened = current = undefined);
  opened ??= openDB<Schema>(`${prefix}journal`, 1, {
    upgrade: (db) => void db.createObjectStore('entries'),
    blocking: (_, __, { target }) => {
      (target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  return opened;
}

/** Everything that is noted of one run. */
const placesOf = ({ page, id }: Pick<Run, 'page' | 'id'>) => IDBKeyRange.bound([page, id], [page, id, []]);

/** What was noted in this task, not written yet. */
let noted: Noted[] = [];

/** The database, once it is open: then a write leaves this process in the task of the act, whatever happens to it afterwards. */
let current: Database | undefined;

/** A write is on the disk this many milliseconds after it, where a loss of power would not take it; the system has it at once. */
const settling = 200;

let strict: ReturnType<typeof setTimeout> | undefined;

/** Writes, and commits without waiting for an answer: the browser may be gone by then. */
async function write(db: Database, all: readonly Noted[], durability: 'relaxed' | 'strict'): Promise<void> {
  const transaction = db.transaction('entries', 'readwrite', { durability });
  const written = all.map((one) =>
    'kept' in one
      ? transaction.store.put(writeRecord(one.kept), [
          one.kept.page,
          one.kept.id,
          one.kept === nobody ? 0 : Date.now(),
          one.kept === nobody ? 0 : Math.random(),
        ])
      : transaction.store.delete(placesOf(one.deleted)),
  );
  transaction.commit();
  await Promise.all([...written, transaction.done]);
  $refusal.set(false);
}

/** A run that is none, which reading leaves out: a strict transaction must write something. */
const nobody: Run = { id: '', page: '', start: 0, entries: [] };

/** Has the browser put what was written on the disk: a strict transaction takes all before it along, and each burst needs but one. */
function settleSoon(): void {
  strict ??= setTimeout(() => {
    strict = undefined;
    if (current) void write(current, [{ kept: nobody }], 'strict').catch(() => undefined);
  }, settling);
}

async function flush(): Promise<void> {
  const all = noted;
  noted = [];
  try {
    const again = async () => {
      // A database that was closed under the page is opened once more.
      opened = undefined;
      return write((current = await database()), all, 'strict');
    };
    await (current ? write(current, all, 'relaxed').catch(again) : again());
    settleSoon();
  } catch {
    $refusal.set(true);
  }
}

/** Writes what is noted at the end of this task: a burst of acts is one transaction. */
function take(one: Noted): void {
  if (noted.push(one) === 1) queueMicrotask(() => void flush());
}

/** A run as the journal has it, and when its last act was noted, in milliseconds since 1970. */
export interface Journaled {
  run: Run;
  at: number;
}

/** All that is noted, by run. */
function gather(all: readonly [Place, unknown][]): Journaled[] {
  const runs = new Map<string, Journaled>();
  for (const [[page, id, at], value] of all) {
    const read = readRecord(value);
    if (!read.ok || read.value.run.page !== page || read.value.run.id !== id) continue;
    const before = runs.get(`${page}|${id}`);
    const run = before ? mergeRuns(before.run, read.value.run) : read.value.run;
    runs.set(`${page}|${id}`, { run, at: Math.max(at, before?.at ?? 0) });
  }
  return [...runs.values()];
}

/** Empties what was noted long ago and is on the shelf. */
async function prune(db: Database, places: readonly Place[], lacking: ReadonlySet<string>): Promise<void> {
  const now = Date.now();
  const old = places.filter(([page, id, at]) => Math.abs(now - at) > keptFor && !lacking.has(`${page}|${id}`));
  if (old.length === 0) return;
  const transaction = db.transaction('entries', 'readwrite');
  await Promise.all([...old.map((place) => transaction.store.delete(place)), transaction.done]);
}

/**
 * Opens the journal: returns the runs of which it has something that the shelf lacks, whole, the last one acted on first; and
 * from now on writes to it whatever is noted.
 */
export async function openJournal(): Promise<Journaled[]> {
  try {
    const db = (current = await database());
    handOver(take);
    const transaction = db.transaction('entries');
    const [places, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
    const lost = gather(places.map((place, i) => [place, values[i]])).flatMap(({ run, at }): Journaled[] => {
      const kept = loadRun(run.page, run.id);
      if (kept === undefined) return [{ run, at }];
      return lacksEntries(kept, run) ? [{ run: mergeRuns(kept, run), at }] : [];
    });
    await prune(db, places, new Set(lost.map(({ run }) => `${run.page}|${run.id}`)));
    return lost.toSorted((a, b) => b.at - a.at);
  } catch {
    $refusal.set(true);
    handOver(take);
    return [];
  }
}
