/*
 * Pagefind in a worker: there its program is unpacked and its index searched while the page draws. The worker is started, and sends for its
 * files, as soon as somebody is about to search. Where there is none (an old browser, a policy that forbids it), Pagefind runs in the page.
 */

/** What the worker is asked (src/build/search/search-worker.ts). */
interface Question {
  /** The folder of an index. */
  folder: string;
  /** Keeps the list of an older build from coming out of a cache. */
  tag: string;
  method: 'init' | 'preload' | 'search' | 'exact';
  term?: string;
  options?: { filters?: { kind: string } };
}

/** The places of the words, by Pagefind's name of the page. */
type Found = readonly [page: string, words: readonly number[]][];

interface Waiting {
  answer: (found: Found) => void;
  fail: (error: Error) => void;
}

let worker: Worker | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

/** Fails all that waits: the worker could not be loaded. */
function giveUp(): void {
  worker = undefined;
  for (const { fail } of waiting.values()) fail(new Error('The search has no worker.'));
  waiting.clear();
}

function hear({ data }: MessageEvent<{ id: number; found?: string; error?: string }>): void {
  const { id, found, error } = data;
  const one = waiting.get(id);
  waiting.delete(id);
  if (found !== undefined) one?.answer(JSON.parse(found) as Found);
  else one?.fail(new Error(error));
}

/** Starts the worker, once; `address`: that of its script. */
export function startSearchWorker(address: string): void {
  if (worker) return;
  try {
    worker = new Worker(address, { type: 'module' });
  } catch {
    return;
  }
  worker.addEventListener('message', hear);
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    giveUp();
  });
}

const absolute = (address: string): string => new URL(address, location.href).href;

/** Has the worker fetch files that it will need; false where there is none. */
export function sendInWorker(addresses: readonly string[]): boolean {
  worker?.postMessage({ files: addresses.map(absolute) });
  return worker !== undefined;
}

/** Asks the worker. Rejects where there is none, or where it found no index. */
export function askWorker(question: Question): Promise<Found> {
  return new Promise((answer, fail) => {
    if (!worker) return fail(new Error('The search has no worker.'));
    count++;
    waiting.set(count, { answer, fail });
    worker.postMessage({ ...question, folder: absolute(question.folder), id: count });
  });
}
