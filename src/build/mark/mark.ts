import { writeJson } from '~/core/exchange/write-json';
import { readStructure } from '~/core/page/structure';
import { pastOf } from '~/core/revision/remember';
import { settleEntries } from '~/core/run/moving';
import { rowOf } from '~/core/run/record';
import { cleanName } from '~/core/run/name';
import type { Entry } from '~/core/run/entry';
import { addEntries, mergeRuns, stateOf, type Run } from '~/core/run/run';
import { fillStructure } from '~/core/values/fill-structure';
import { enterRoom, findLive, findRoom } from './enter-room';
import { Exit, type ExitCode } from './exit';
import { loadPage } from './load-page';
import { findRun, readRun, type RunSource } from './load-run';
import { makeEntries } from './make-entries';
import { readOptions, usage, type Failure, type Options } from './options';
import { judgeFailures, plainLines, report } from './report';
import { toLink, toMarkdown } from './write-result';

/** The input, output and environment of the command: the process's own, or a test's. */
export interface Surroundings {
  env: Record<string, string | undefined>;
  input: NodeJS.ReadableStream;
  print: (result: string) => void;
  say: (words: string) => void;
  /** Minutes since 1970. */
  now: number;
  /** The longest wait for a room, in milliseconds. */
  patience?: number;
}

/** The name that signs: the one given, else that of the job that runs. */
function signer({ by }: Options, env: Surroundings['env']): string {
  const job = env['GITHUB_RUN_ID'] ?? env['CI_PIPELINE_ID'];
  return cleanName(by ?? (job === undefined ? '' : `ci/${job}`));
}

/** The page: the one that was named, else that of the run's link. */
function pageSource({ page }: Options, source: RunSource | undefined, env: Surroundings['env']): string {
  const fromRoom = /^https?:\/\/[^\s#]*/.exec(env['RUNSHEET_ROOM']?.trim() ?? '')?.[0];
  const found = page ?? (source?.kind === 'link' ? source.address : undefined) ?? fromRoom;
  if (found === undefined)
    throw new Exit(2, '--page: expected a page.json or its address, for this run names no page.');
  return found;
}

const writeRows = (entries: readonly Entry[]): string => `${JSON.stringify(entries.map(rowOf))}\n`;

/** The failures that `--fail-on` may name, as a run has them. */
const named: Record<Failure, string> = { failed: 'failed items', open: 'open items', 'no-go': 'a No-go' };

async function mark(
  options: Options,
  { env, input, print, say, now, patience = 30_000 }: Surroundings,
): Promise<ExitCode> {
  const room = options.live ? findRoom(env) : undefined;
  // The runner then masks it wherever a later step may print it.
  if (room && env['GITHUB_ACTIONS']) say(`::add-mask::${room.text}\n`);
  const source = options.run === undefined ? undefined : await findRun(options.run, input);
  const loaded = await loadPage(pageSource(options, source, env));
  const structure = readStructure(loaded.page, loaded.revisions && pastOf(loaded.revisions));
  /** What an earlier page called otherwise counts for the item of today [RW3]. */
  const settle = (one: Run) => addEntries(one, settleEntries(structure, one));
  const given = source && readRun(source, loaded, structure, now);
  const empty: Run | undefined = room && { id: room.run, page: loaded.page.id, start: now, entries: [] };
  const known = given ?? empty;
  if (known === undefined) throw new Exit(2, '--run: expected a link, a file or -, found nothing.');
  if (room && known.id !== room.run) throw new Exit(3, 'The run and the room are not about the same run.');
  const by = signer(options, env);

  const live = room && (await findLive(env));
  const entering = room && live && enterRoom({ secret: room.secret, live, known, name: by, patience });
  const stay = await entering?.catch((error: unknown) => {
    if (!(error instanceof Exit) || error.code !== 7) throw error;
    // The entries that the room could not be given can still be merged by hand.
    const settled = settle(known);
    print(writeRows(makeEntries(fillStructure(structure, stateOf(settled)), settled, options, by, now)));
    throw error;
  });
  let made: Entry[];
  let run: Run;
  let isTaken: boolean;
  try {
    const before = settle(stay === undefined ? known : mergeRuns(known, stay.run()));
    made = makeEntries(fillStructure(structure, stateOf(before)), before, options, by, now);
    isTaken = stay === undefined || (await stay.give(made));
    run = settle(addEntries(stay?.run() ?? before, made));
  } finally {
    stay?.leave();
  }
  if (!isTaken) {
    print(writeRows(made));
    throw new Exit(7, 'The room did not take these entries in time; they are on the standard output.');
  }

  const link = toLink(loaded, run);
  const isTooBig = options.format === 'link' && link === undefined;
  // The result first: it must not be lost to a report that cannot be written.
  if (!isTooBig) {
    const write = {
      link: () => `${link ?? ''}\n`,
      json: () => writeJson(structure, run),
      markdown: () => `${toMarkdown(structure, run, now)}\n`,
    };
    print(write[options.format]());
  }
  say(report({ structure, run, link, now }, options, env));
  if (isTooBig) throw new Exit(6, 'The run is too big for a link: use --format json.');
  const failures = judgeFailures(structure, run);
  const found = options.failOn.filter((failure) => failures[failure]);
  if (found.length > 0)
    throw new Exit(1, `--fail-on: the run has ${found.map((failure) => named[failure]).join(', ')}.`);
  return 0;
}

/** `npm run mark`: marks items of a run from a job, and reports the run's state; `--help` prints how it is used. Returns the exit code. */
export async function markFromCommandLine(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  if (args.includes('--help')) {
    surroundings.print(usage);
    return 0;
  }
  const options = readOptions(args);
  if (!options.ok) {
    surroundings.say(`${plainLines(options.reason)}\n\n${usage}`);
    return 2;
  }
  try {
    return await mark(options.value, surroundings);
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    surroundings.say(`${plainLines(error.message)}\n`);
    return error.code;
  }
}
