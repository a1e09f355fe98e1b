import { keys } from '~/core/run/entry';
import { parseRecord } from '~/core/run/record';
import { stateOf, valueOf, type Run } from '~/core/run/run';
import { isUnderWay } from '~/core/run/under-way';
import { readFrom, takeFrom, type From } from '~/stores/from';
import { readRunKey, runKey, runPrefix, shownKey } from '~/stores/storage-keys';

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

/** Finds the run that a guide is read for, or the runs among which the reader has to choose; nothing where storage is forbidden. */
export function findGuideRun(runbooks: readonly Runbook[]): GuideRun | readonly GuideRun[] {
  try {
    takeFrom();
    const from = readFrom();
    if (from && from.run !== undefined) {
      const id = from.run || localStorage.getItem(shownKey(from.page)) || '';
      const found = readRun(runKey(from.page, id));
      // A run that was deleted is nobody's any more.
      if (found || from.run === '') return complete(from, found);
    } else if (from) return complete(from, undefined);
    const titles = new Map(runbooks.map(({ id, title }) => [id, title]));
    const open = Object.keys(localStorage)
      .filter((key) => key.startsWith(runPrefix) && titles.has(readRunKey(key).page))
      .map(readRun)
      .filter((run) => run !== undefined && isUnderWay(run))
      .map((run) => {
        const { page, id } = run as Run;
        return complete({ page, run: id, title: titles.get(page) ?? page, step: undefined }, run);
      })
      .toSorted((a, b) => (b.found?.start ?? 0) - (a.found?.start ?? 0));
    return open.length === 1 && open[0] ? open[0] : open;
  } catch {
    return [];
  }
}
