import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { messageOf } from '~/build/message-of';
import { readExport, type ExportRefusal } from '~/core/exchange/read-export';
import type { Structure } from '~/core/page/structure';
import { readRoomLink } from '~/core/room/link';
import type { Run } from '~/core/run/run';
import { splitFuture } from '~/core/run/future';
import { knownIds, orderOf } from '~/core/revision/revision';
import { decodeSnapshot, readEnvelope } from '~/core/snapshot/decode';
import type { Refusal } from '~/core/snapshot/refusal';
import { fingerprint, snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { Exit } from './exit';
import type { LoadedPage } from './load-page';

/** The value of `--run`: a link with the address of its page, or a text that is still to be read. */
export type RunSource =
  { kind: 'link'; address: string | undefined; fragment: string } | { kind: 'text'; text: string };

const linkOf = (given: string): RunSource | undefined => {
  // Chat and mail tools escape the “#” of an address.
  const trimmed = given.trim().replace(/%23run(?:=|%3D)/i, '#run=');
  const [, address, fragment] = /^(https?:\/\/[^\s#]*)#(run=\S*)$/.exec(trimmed) ?? [];
  if (fragment !== undefined) return { kind: 'link', address, fragment };
  if (/^#?run=\w+$/.test(trimmed) || /^\d[A-Z]\w{9,}$/.test(trimmed)) {
    return { kind: 'link', address: undefined, fragment: trimmed.replace(/^#?(?:run=)?/, 'run=') };
  }
  return undefined;
};

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Exit(3, `${file} cannot be read: ${messageOf(error)}.`);
  }
}

/** Resolves the value of `--run`. Stops with 3 where it names nothing, with 2 where it is the link of a room. */
export async function findRun(given: string, input: NodeJS.ReadableStream): Promise<RunSource> {
  const read = given === '-' ? await text(input) : existsSync(given) ? readFile(given) : given;
  const source = linkOf(read);
  if (source?.kind === 'link' && readRoomLink(source.fragment).ok) {
    throw new Exit(
      2,
      'The link of a room is a secret: give it in RUNSHEET_ROOM, with --live, never on the command line.',
    );
  }
  if (source !== undefined) return source;
  if (given !== '-' && !existsSync(given)) throw new Exit(3, `${given} is no link of a run, and no file.`);
  return { kind: 'text', text: read };
}

const sentences: Record<Refusal['kind'], string> = {
  empty: 'The link holds no run.',
  oversize: 'The link holds more than is accepted.',
  truncated: 'The link was cut off.',
  corrupt: 'The link was damaged on its way.',
  version: 'The link was made by a newer version of the site.',
  page: 'The link is of another page.',
  revision: 'The link is of a revision of the page that is not known here.',
};

function readLink(fragment: string, { page, revisions }: LoadedPage): Run {
  const stop = (refusal: Refusal) => new Exit(3, sentences[refusal.kind]);
  const opened = readEnvelope(fragment);
  if (!opened.ok) throw stop(opened.reason);
  const { head } = opened.value;
  const own = snapshotPageOf(page);
  const isOwn = head.mode === 'R' && head.fingerprint === fingerprint(own);
  const earlier = head.mode === 'R' && !isOwn && revisions ? orderOf(revisions, head.fingerprint) : undefined;
  const order = head.mode === 'P' ? knownIds(own, revisions) : isOwn ? own : earlier;
  if (order === undefined) throw stop({ kind: 'revision' });
  const decoded = decodeSnapshot(opened.value, order);
  if (!decoded.ok) throw stop(decoded.reason);
  return decoded.value;
}

/** What keeps a text from being a run, as the end of a sentence. */
const faults: Record<ExportRefusal, string> = {
  'not-text': 'it is no text',
  'too-long': 'it is longer than any run',
  newer: 'it was written by a newer version of the site',
  'several-runs': 'it holds several runs',
  'many-runs': 'it holds several runs of this checklist',
  'no-tasks': 'it holds neither a run nor a task list',
  'other-checklist': 'it is a copy of another checklist',
  'not-a-page': 'it names a page that no site can have',
  'not-json': 'it begins as JSON and then breaks off',
  'not-a-run': 'it is JSON, but not that of a run',
};

function readText(given: string, structure: Structure, now: number): Run {
  const imported = readExport(given, structure, { id: '00000000', now, by: '', state: new Map() });
  if (!imported.ok) throw new Exit(3, `The file is no run: ${faults[imported.reason]}.`);
  // A copy of the checklist with its boxes ticked is not a run, and has no id of its own.
  if (imported.value.from === 'copy') throw new Exit(3, 'The file is a copy of the checklist, not an export of a run.');
  return imported.value.run;
}

/** Reads the run, against its page. Entries more than a day ahead stop it: a wrong clock would win every later comparison. */
export function readRun(source: RunSource, loaded: LoadedPage, structure: Structure, now: number): Run {
  const run = source.kind === 'link' ? readLink(source.fragment, loaded) : readText(source.text, structure, now);
  if (run.page !== loaded.page.id) throw new Exit(3, `The run is of ${run.page}, the page is ${loaded.page.id}.`);
  const { future } = splitFuture(run, now);
  if (future.length > 0) throw new Exit(3, 'The run has entries of more than a day ahead: somebody’s clock is wrong.');
  return run;
}
