import { fetchBytes } from './fetch-file';

/*
 * The page's side of the search's worker (src/client/answer/worker.ts): there questions are answered while the page draws. It is started as
 * soon as somebody is about to search. Where there is none (an old browser, a policy that forbids it), the page answers itself.
 */

/** A question to the indexes. */
export interface Request {
  query: string;
  /** The language of the page. */
  language: string;
  /** True to ask the indexes of all languages, false for that of the page's alone. */
  everywhere: boolean;
  kind?: string;
  literal: boolean;
  mostPages?: number;
}

/** A message to the worker. */
export type ToWorker =
  /** The addresses of files that the page has sent for. */
  | { coming: readonly string[] }
  /** One of them, without its bytes where it could not be fetched. */
  | { file: string; bytes?: ArrayBuffer }
  /** All that the worker needs to answer: the text of `start.json`, the page's language, the index's address, and a stamp against caches. */
  | { list: string; language: string; folder: string; tag: string }
  /** A question, by a number that grows: an older one is waited for no more. */
  | { id: number; request: Request };

interface Waiting {
  answer: (written: string) => void;
  fail: (error: Error) => void;
}

/**
 * The version of what travels between the page and its worker, to be raised whenever that changes: caches and new deployments bring pages
 * and workers of different builds together.
 */
export const protocol = 1;

/** A message from the worker: that its script has come, or an answer as `writeAnswer` writes it, or what went wrong. */
export type FromWorker = { protocol: number } | { id: number; answer: string } | { id: number; error: string };

/** The time that the worker's script has to come, in milliseconds: after that the page answers itself. */
const patience = 8000;

let worker: Worker | undefined;
let impatient: number | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

const tell = (message: ToWorker, handedOver: Transferable[] = []): void => worker?.postMessage(message, handedOver);

/** Fails all that waits, now and later: the worker could not be loaded, or is one of another build. */
function giveUp(): void {
  clearTimeout(impatient);
  worker?.terminate();
  worker = undefined;
  for (const { fail } of waiting.values()) fail(new Error('The search has no worker.'));
  waiting.clear();
}

function hear({ data }: MessageEvent<FromWorker>): void {
  clearTimeout(impatient);
  if ('protocol' in data) return data.protocol === protocol ? undefined : giveUp();
  const one = waiting.get(data.id);
  waiting.delete(data.id);
  if ('answer' in data) one?.answer(data.answer);
  else one?.fail(new Error(data.error));
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
  impatient = window.setTimeout(giveUp, patience);
}

const absolute = (address: string): string => new URL(address, location.href).href;

/**
 * Sends for files that the worker will need, and hands them over as they come: they are on their way while its script is. False where there
 * is no worker.
 */
export function sendForWorker(addresses: readonly string[]): boolean {
  if (!worker) return false;
  const coming = addresses.map(absolute);
  tell({ coming });
  for (const file of coming) void fetchBytes(file).then((bytes) => tell({ file, bytes }, bytes ? [bytes] : []));
  return true;
}

/** Tells the worker all that it needs to answer. */
export const readyWorker = ({ folder, ...rest }: Extract<ToWorker, { list: string }>): void =>
  tell({ ...rest, folder: absolute(folder) });

/** Asks the worker; resolves to an answer as `writeAnswer` writes it. Rejects where there is no worker, or where it found no index. */
export function askWorker(request: Request): Promise<string> {
  return new Promise((answer, fail) => {
    if (!worker) return fail(new Error('The search has no worker.'));
    count++;
    waiting.set(count, { answer, fail });
    tell({ id: count, request });
  });
}
