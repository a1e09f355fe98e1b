import { fetchBytes, fetchText } from '~/client/acts/fetch-file';
import { protocol, type FromWorker, type ToWorker } from '~/client/acts/search-worker';
import { writeAnswer } from '~/core/search/shown-answer';
import { readStartList } from '~/core/search/start-list';
import { openEngine, type Engine } from './engine';
import { expectFile, fetchAwaited, receiveFile } from './files-ahead';
import { noteLosses } from './lost-files';
import { askScript, type CreateInstance } from './pagefind';

/*
 * The search's worker. The build puts it behind Pagefind's script (src/build/search/search-worker.ts), as the
 * function `openPagefind`: Pagefind has a worker of its own, but one that asks for its files one after the other, and keeps something of
 * every result that it has found.
 */

declare const openPagefind: () => CreateInstance;

let engine: Engine | undefined;
let latest = 0;
/** The pages whose places the page of the site has already. */
const known = new Set<string>();

function sendFor(addresses: readonly string[]): void {
  for (const address of addresses) {
    const coming = fetchBytes(address);
    expectFile(address);
    void coming.then((bytes) => receiveFile(address, bytes));
  }
}

function start({ list, language, folder, tag }: Extract<ToWorker, { list: string }>): void {
  engine = openEngine(readStartList(list), language, {
    folder,
    send: sendFor,
    text: fetchText,
    pagefind: async (index) => {
      const createInstance = openPagefind();
      const script = createInstance({ basePath: index, noWorker: true, metaCacheTag: tag });
      await script.init();
      return askScript(script);
    },
  });
}

const tell = (message: FromWorker): void => self.postMessage(message);

async function answer({ id, request }: Extract<ToWorker, { id: number }>): Promise<void> {
  latest = id;
  try {
    if (!engine) throw new Error('The search has not been started.');
    const found = await engine.ask(request, () => id !== latest);
    tell({ id, answer: writeAnswer(found, known) });
  } catch (error) {
    tell({ id, error: String(error) });
  }
}

self.fetch = noteLosses(fetchAwaited(self.fetch.bind(self), self.location.href));

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ('coming' in data) data.coming.forEach(expectFile);
  else if ('file' in data) receiveFile(data.file, data.bytes);
  else if ('list' in data) start(data);
  else void answer(data);
};

tell({ protocol });
