import { nameInId } from '~/core/page/former';
import { nameOf } from '~/core/page/slug';
import type { Structure } from '~/core/page/structure';
import { ok, refuse, type Result } from '~/core/result';
import { readSubject } from '~/core/run/subject';
import { showMarks } from '~/core/run/marks';
import { addEntries, orderEntries, stateOf, type Run, type State } from '~/core/run/run';
import { enterMarks } from './enter-marks';
import { longestMarkdown, type Imported, type Importer, type LeftOut } from './imported';
import { placeCopiedTasks, placeExportedTasks, type PlacedTask } from './place-tasks';
import { readExportedLog } from './read-log';
import { readTasks } from './read-tasks';

/**
 * The reasons why a Markdown text cannot be read. `several-runs`: more than one export in one text; `no-tasks`: neither an export nor a
 * task list; `other-checklist`: a task list without a single item of the page; `not-a-page`: an export that names no page.
 */
export type MarkdownRefusal =
  'not-text' | 'too-long' | 'newer' | 'several-runs' | 'no-tasks' | 'other-checklist' | 'not-a-page';

/** Returns the marks that the log gives to items, by the items' words without the suffixes of twins. */
const marksByWords = (log: State): Set<string> =>
  new Set(
    [...log.values()].flatMap((entry) => {
      const subject = readSubject(entry);
      return subject.kind === 'mark' ? [`${nameInId(subject.item)} ${subject.mark}`] : [];
    }),
  );

/** Lists the ticked boxes that have no effect on the run: of no item, or of a group that is not settled. */
function listLeftOut(structure: Structure, placed: readonly PlacedTask[], log: State, read: State): LeftOut[] {
  const shown = showMarks(structure, read);
  const known = marksByWords(log);
  return placed.flatMap(({ task: { line }, text, mark, match }): LeftOut[] => {
    if (mark === 'todo') return [];
    if (typeof match === 'string') {
      return known.has(`${nameOf(text)} ${mark}`) ? [] : [{ line, text, reason: match }];
    }
    const isUnsettled = structure.beneath.has(match.id) && shown.get(match.id) !== mark;
    return isUnsettled ? [{ line, text, reason: 'group' }] : [];
  });
}

/** Adds the text's ticked boxes to a run. */
function addBoxes(structure: Structure, placed: readonly PlacedTask[], run: Run, importer: Importer) {
  const log = stateOf(run);
  const grown = addEntries(run, enterMarks(structure, placed, log, importer));
  const read = stateOf(addEntries(grown, [...importer.state.values()]));
  return { run: grown, leftOut: listLeftOut(structure, placed, log, read) };
}

/**
 * Reads a run from Markdown of any origin [EX3–EX8]: an export of this site, whose log is the run, with the boxes ticked in it since; or
 * any copy of the page's checklist with its boxes ticked. Reads as much as it can, and lists the lines that it could not take over.
 */
export function readMarkdown(
  text: unknown,
  structure: Structure,
  importer: Importer,
): Result<Imported, MarkdownRefusal> {
  if (typeof text !== 'string') return refuse('not-text');
  if (text.length > longestMarkdown) return refuse('too-long');
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const log = readExportedLog(lines);
  if (!log.ok) return log;
  const { identity, entries, leftOut } = log.value;
  const tasks = readTasks(lines);

  if (identity === undefined) {
    if (tasks.length === 0) return refuse('no-tasks');
    const placed = placeCopiedTasks(structure, tasks);
    if (placed.every(({ match }) => typeof match === 'string')) return refuse('other-checklist');
    const run: Run = { id: importer.id, page: structure.page.id, start: importer.now, entries: [] };
    return ok({ ...addBoxes(structure, placed, run, importer), from: 'copy', missing: 0 });
  }

  const { id, page, start } = identity;
  const run: Run = { id, page, start, entries: orderEntries(entries) };
  const placed = page === structure.page.id ? placeExportedTasks(structure, tasks) : [];
  const boxes = addBoxes(structure, placed, run, importer);
  const missing = Math.max(0, identity.entries - run.entries.length);
  return ok({ run: boxes.run, leftOut: [...leftOut, ...boxes.leftOut], from: 'markdown', missing });
}
