import { atom, type ReadableAtom } from 'nanostores';
import { keyNamesOf } from '~/core/key-names';
import { parseRecord, writeRecord } from '~/core/run/record';
import { mergeRuns, type Run } from '~/core/run/run';
import { nowMinute } from './clock';

/*
 * The shelf: the one gateway to the runs kept in this browser's localStorage.
 *
 *   runsheet|<base>|run|<page>|<run id>   one run, as JSON (core/run/record.ts)
 *   runsheet|<base>|shown|<page>          id of the run that the page shows
 *   runsheet|<base>|aside|<minute>|…      a value that could not be read, kept for its owner
 *
 * Several sites share an origin on Pages hosts, so every key names the site's base path. A write reads what is there,
 * merges, and writes: another tab's entries are never lost. Where two tabs write in the same instant, each hears what the
 * other wrote, even where its own write has covered that, and writes both (watchRuns). What may go wrong: storage is forbidden or full
 * (the run goes on in memory), a value cannot be read (it is set aside), a value is from a newer version (left alone).
 */

/** What is wrong with storage. `refused`: nothing can be written; `newer`: reload first; `aside`: keys of unread values. */
export type Trouble = { kind: 'refused' } | { kind: 'newer' } | { kind: 'aside'; keys: readonly string[] };

const $state = atom<Trouble | undefined>(undefined);
export const $trouble: ReadableAtom<Trouble | undefined> = $state;

const { prefix, run: runKey, shown: shownKey } = keyNamesOf(import.meta.env.BASE_URL);
export { runKey };

/** What this tab last read or wrote, by key: an unchanged text need not be parsed again. */
const known = new Map<string, { text: string; run: Run }>();

/** Asks storage for something. A browser that forbids it, or whose storage is full, answers `otherwise`, and that is reported. */
export function askStorage<Answer>(ask: () => Answer, otherwise: Answer): Answer {
  try {
    return ask();
  } catch {
    // Told once: who has dismissed it is not told again at every tick.
    if ($state.get()?.kind !== 'refused') $state.set({ kind: 'refused' });
    return otherwise;
  }
}

const readText = (key: string): string | null => askStorage(() => localStorage.getItem(key), null);

const writeText = (key: string, text: string): boolean =>
  askStorage(() => (localStorage.setItem(key, text), true), false);

const removeText = (key: string): void => askStorage(() => localStorage.removeItem(key), undefined);

/** Moves a value that cannot be read under another key. False if it could not be moved: then it must not be written over. */
function setAside(key: string, text: string): boolean {
  const aside = `${prefix}aside|${nowMinute()}|${key.slice(prefix.length)}`;
  if (!writeText(aside, text)) return false;
  localStorage.removeItem(key);
  const before = $state.get();
  $state.set({ kind: 'aside', keys: [...(before?.kind === 'aside' ? before.keys : []), aside] });
  return true;
}

/** What a key of the shelf holds: a run, nothing, or something that must be left alone. */
export function readKey(key: string): Run | undefined | 'locked' {
  const text = readText(key);
  if (text === null) return undefined;
  const before = known.get(key);
  if (before?.text === text) return before.run;
  const read = parseRecord(text);
  if (read.ok) {
    known.set(key, { text, run: read.value });
    return read.value;
  }
  if (read.reason !== 'newer') return setAside(key, text) ? undefined : 'locked';
  $state.set({ kind: 'newer' });
  return 'locked';
}

/** The run kept under a page and an id, if there is one that can be read. */
export function loadRun(page: string, id: string): Run | undefined {
  const found = readKey(runKey(page, id));
  return found === 'locked' ? undefined : found;
}

/** Merges a run into what is kept of it, keeps the result, and returns it; where storage refuses, the result is only returned. */
export function saveRun(run: Run): Run {
  const key = runKey(run.page, run.id);
  const kept = readKey(key);
  if (kept === 'locked') return run;
  const merged = kept === undefined || kept === run ? run : mergeRuns(run, kept);
  const text = JSON.stringify(writeRecord(merged));
  if (writeText(key, text)) {
    known.set(key, { text, run: merged });
    if ($state.get()?.kind === 'refused') $state.set(undefined);
  }
  return merged;
}

/** Takes a run off the shelf. */
export function removeRun({ page, id }: Pick<Run, 'page' | 'id'>): void {
  known.delete(runKey(page, id));
  removeText(runKey(page, id));
}

/** The id of the run that a page shows. */
export const shownRun = (page: string): string | undefined => readText(shownKey(page)) ?? undefined;

/** Makes a page show a run from now on, or none. */
export function showRun(page: string, id: string | undefined): void {
  if (id === undefined) removeText(shownKey(page));
  else writeText(shownKey(page), id);
}

/** Calls back with every run that another tab writes, and with its page and id alone when it removes one. */
export function watchRuns(listener: (run: Run | Pick<Run, 'page' | 'id'>) => void): () => void {
  const hear = ({ key, newValue, storageArea }: StorageEvent) => {
    if (storageArea !== localStorage || !key?.startsWith(`${prefix}run|`)) return;
    const [page = '', id = ''] = key.slice(prefix.length + 4).split('|');
    const heard = newValue === null ? undefined : parseRecord(newValue);
    const run = heard?.ok === false ? readKey(key) : heard?.value;
    if (run !== 'locked') listener(run ?? { page, id });
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}
