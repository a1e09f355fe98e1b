import { keys } from '~/core/run/entry';
import { parseRecord } from '~/core/run/record';
import { stateOf, valueOf, type Run } from '~/core/run/run';
import { isUnderWay } from '~/core/run/under-way';
import { readFrom, takeFrom, type From } from '~/stores/from';
import { readRunKey } from '~/stores/read-run-key';
import { runKey, runPrefix, shownKey } from '~/stores/storage-keys';

/*
 * The run that a guide is read for: the one that the reader came from, else the only run under way of a runbook that links to the guide;
 * of several, the reader chooses one.
 */

/** A runbook that links to the guide. */
export interface Runbook {
  id: string;
  title: string;
}

/** The run that a guide is for, with its runbook and step. */
export interface GuideRun extends From {
  found: Run | undefined;
  /** The run's own title, if it has one. */
  name: string;
}

function readRun(key: string): Run | undefined {
  const read = parseRecord(localStorage.getItem(key) ?? '');
  if (!read.ok) return undefined;
  const { run } = read.value;
  return runKey(run.page, run.id) === key ? run : undefined;
}

const complete = (from: From, found: Run | undefined): GuideRun => ({
  ...from,
  found,
  name: found ? valueOf(stateOf(found), keys.title) : '',
});

/** The run that the reader came from, if it is still there: a run that was deleted is nobody's any more. */
function findOrigin(): GuideRun | undefined {
  takeFrom();
  const from = readFrom();
  if (from?.run === undefined) return from && complete(from, undefined);
  const id = from.run || localStorage.getItem(shownKey(from.page)) || '';
  const found = readRun(runKey(from.page, id));
  return found || from.run === '' ? complete(from, found) : undefined;
}

/** The runs under way of some runbooks, newest start first. */
function findOpen(runbooks: readonly Runbook[]): GuideRun[] {
  const titles = new Map(runbooks.map(({ id, title }) => [id, title]));
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(runPrefix) && titles.has(readRunKey(key).page))
    .flatMap((key) => readRun(key) ?? [])
    .filter(isUnderWay)
    .toSorted((a, b) => b.start - a.start)
    .map((run) => {
      const { page, id } = run;
      return complete({ page, run: id, title: titles.get(page) ?? page, step: undefined }, run);
    });
}

/** Finds the runs that a guide may be read for: one, or several among which the reader has to choose; none where storage is forbidden. */
export function findGuideRuns(runbooks: readonly Runbook[]): readonly GuideRun[] {
  try {
    const origin = findOrigin();
    return origin ? [origin] : findOpen(runbooks);
  } catch {
    return [];
  }
}
