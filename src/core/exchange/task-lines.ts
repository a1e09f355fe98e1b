import type { Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { keys } from '~/core/run/entry';
import type { ShownMark } from '~/core/run/marks';
import type { State } from '~/core/run/run';
import { describeMinutes } from '~/core/plan/read-tail';
import { escapeText } from './escape';
import { separator } from './log-line';
import { writeStamp } from './stamp';
import type { ExportWording } from './wording';

/** The source of the lines of an export. */
export interface ExportSource {
  structure: Structure;
  state: State;
  marks: ReadonlyMap<string, ShownMark>;
  wording: ExportWording;
}

/** The sign before an item that failed: GFM knows ticked and open alone. */
export const failedSign = '✗';

/** Writes "[x] text", "[ ] ✗ **Failed:** text", "[ ] ~~text~~ · **Not applicable**": words replace the boxes that GFM lacks. */
function writeBox(text: string, mark: ShownMark, { marks }: ExportWording): string {
  const written = escapeText(text);
  if (mark === 'done') return `[x] ${written}`;
  if (mark === 'failed') return `[ ] ${failedSign} **${escapeText(marks.failed)}:** ${written}`;
  if (mark === 'skipped') return `[ ] ~~${written}~~${separator}**${escapeText(marks.skipped)}**`;
  return `[ ] ${written}`;
}

/** Writes " · ~10 min @Operator" of an item for which something is planned: behind everything that is read back. */
function writeItemPlan({ structure }: ExportSource, { id }: Item): string {
  const { plan } = structure.page;
  const time = plan?.items[id];
  const parts = [
    ...(time === undefined ? [] : [describeMinutes(time)]),
    ...(plan?.roles[id] ?? []).map((role) => `@${role}`),
  ];
  return parts.length === 0 ? '' : `${separator}${escapeText(parts.join(' '))}`;
}

/** Writes the note of an item as a quote beneath it; no line if the item has none. */
function writeNote({ state, wording }: ExportSource, item: Item, indent: string): string[] {
  const note = state.get(keys.note(item.id));
  if (note === undefined || note.value === '') return [];
  return [`${indent}> ${escapeText(wording.note)}: ${escapeText(note.value)}${writeStamp(note, wording)}`];
}

/** A line of a list: an item, or a step that is no task and holds the tasks of a list [NU1]. */
type Line = { item: Item; number: number | undefined } | { item?: undefined; number: number; tasks: Item[] };

/** The lines of a list of items: those that stand in a numbered step are gathered in it, list by list. */
function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    const { outer, number } = item;
    const last = lines.at(-1);
    if (outer === undefined) lines.push({ item, number });
    else if (last?.item === undefined && last?.tasks[0]?.list === item.list)
      last.tasks.push({ ...item, outer: undefined });
    else lines.push({ number: outer, tasks: [{ ...item, outer: undefined }] });
  }
  return lines;
}

/** Returns whether a line continues the list of the line before it: in Markdown only a list's first number counts. */
function continues(line: Line, before: Line | undefined): boolean {
  const follows = line.number === (before?.number ?? Number.NaN) + 1;
  if (line.item === undefined || before?.item === undefined) return follows;
  return before.item.list === line.item.list && (line.number === undefined || follows);
}

/** Writes an item and everything beneath it; `marker`: "-", "3.". */
function writeItem(source: ExportSource, item: Item, marker: string, indent: string): string[] {
  const { structure, state, marks, wording } = source;
  const children = structure.beneath.get(item.id) ?? [];
  const mark = marks.get(item.id) ?? 'todo';
  const isMarked = children.length === 0 && mark !== 'todo';
  const stamp = isMarked ? writeStamp(state.get(keys.mark(item.id)), wording) : '';
  const inner = indent + ' '.repeat(marker.length + 1);
  // A list that begins with another number than 1 does not interrupt a paragraph.
  const [first] = linesOf(children);
  const gap = (first?.number ?? 1) === 1 ? [] : [''];
  return [
    `${indent}${marker} ${writeBox(item.text, mark, wording)}${stamp}${writeItemPlan(source, item)}`,
    ...writeNote(source, item, inner),
    ...gap,
    ...writeTasks(source, children, inner),
  ];
}

/**
 * Writes the items as a task list, with everything beneath them. Two adjacent lists stay two, and so do the tasks before and after a
 * numbered step that is no task, so that each keeps its author's number [EX1].
 */
export function writeTasks(source: ExportSource, items: readonly Item[], indent = ''): string[] {
  const written: string[] = [];
  /** True if the list takes the other sign of its kind: the same sign would join it to the list before. */
  let isOther = false;
  const lines = linesOf(items);
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!continues(line, before)) {
      if (before !== undefined) written.push('');
      isOther = before !== undefined && (before.number === undefined) === (line.number === undefined) && !isOther;
    }
    const marker = line.number === undefined ? (isOther ? '*' : '-') : `${line.number}${isOther ? ')' : '.'}`;
    if (line.item !== undefined) return void written.push(...writeItem(source, line.item, marker, indent));
    const inner = indent + ' '.repeat(marker.length + 1);
    const [first = '', ...rest] = writeTasks(source, line.tasks, inner);
    written.push(`${indent}${marker} ${first.slice(inner.length)}`, ...rest);
  });
  return written;
}
