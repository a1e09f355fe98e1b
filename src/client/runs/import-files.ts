import { buildPage } from '~/core/page/outline';
import { readStructure } from '~/core/page/structure';
import { readArchive } from '~/core/exchange/archive';
import { readExportedLog } from '~/core/exchange/read-log';
import { readMarkdown } from '~/core/exchange/read-markdown';
import { splitFuture } from '~/core/run/future';
import type { Entry } from '~/core/run/entry';
import { stateOf, type Run } from '~/core/run/run';
import { loadRun } from '~/stores/shelf';
import { loadPageModel } from '~/stores/page-models';
import { prefer } from '~/stores/preferences';
import { nowMinute } from '~/stores/clock';
import { makeId } from '~/stores/make-id';
import type { Words } from '~/words/en';
import { leftOutTexts } from '~/client/text/left-out-text';
import { say } from '~/words/say';

/** The content of a file: runs, each with its entries that are dated in the future, and the parts that could not be read. */
export interface FileRuns {
  runs: readonly { run: Run; future: readonly Entry[] }[];
  notes: readonly string[];
}

const noRuns = (note: string): FileRuns => ({ runs: [], notes: [note] });

function splitAll(runs: readonly Run[], notes: readonly string[]): FileRuns {
  return { runs: runs.map((run) => splitFuture(run, nowMinute())), notes };
}

function readJson(text: string, words: Words): FileRuns {
  const read = readArchive(text);
  if (!read.ok) return noRuns(words.import.refused[read.reason]);
  const notes = read.value.refused.map(({ place, reason }) =>
    say(words.runs.dialog.damaged, { place, reason: words.import.refused[reason] }),
  );
  return splitAll(read.value.runs, [...notes, ...leftOutTexts([], read.value.leftOut, words)]);
}

/** An exported run as Markdown: the page that it names is fetched, so that boxes ticked in the file count, too. */
async function readExportedMarkdown(text: string, words: Words): Promise<FileRuns> {
  const log = readExportedLog(text.split(/\r\n?|\n/));
  if (!log.ok) return noRuns(words.import.refused[log.reason]);
  const { identity } = log.value;
  if (identity === undefined) return noRuns(words.runs.dialog.noPage);
  const model = await loadPageModel(identity.page);
  const structure =
    model.kind === 'page' ? model.structure : readStructure(buildPage({ id: identity.page, title: '' }, []));
  const kept = loadRun(identity.page, identity.id);
  const state = kept === undefined ? new Map() : stateOf(kept);
  const read = readMarkdown(text, structure, { id: makeId(), now: nowMinute(), by: prefer('name'), state });
  if (!read.ok) return noRuns(words.import.refused[read.reason]);
  const { run, leftOut, missing } = read.value;
  const isKnown = model.kind === 'page';
  // Without the page, boxes are about nothing that is known.
  const told = leftOut.filter(({ reason }) => isKnown || reason === 'unreadable');
  return splitAll([run], leftOutTexts(told, missing, words));
}

/** Reads the text of a file that was exported here: all runs, or a single one as JSON or Markdown. */
export const readFileRuns = (text: string, words: Words): Promise<FileRuns> =>
  /^\uFEFF?\s*\{/.test(text) ? Promise.resolve(readJson(text, words)) : readExportedMarkdown(text, words);
