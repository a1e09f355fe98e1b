import type { Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { keys } from '~/core/run/entry';
import type { ShownMark } from '~/core/run/marks';
import type { State } from '~/core/run/run';
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

/** Writes the note of an item as a quote beneath it; no line if the item has none. */
function writeNote({ state, wording }: ExportSource, item: Item, indent: string): string[] {
  const note = state.get(keys.note(item.id));
  if (note === undefined || note.value === '') return [];
  return [`${indent}> ${escapeText(wording.note)}: ${escapeText(note.value)}${writeStamp(note, wording)}`];
}

/** Returns whether an item continues the list of the item before it: in Markdown only a list's first number counts. */
const continues = (item: Item, before: Item | undefined): boolean =>
  before?.list === item.list && (item.number === undefined || item.number === (before.number ?? item.number) + 1);

/**
 * Writes the items as a task list, with everything beneath them. Two adjacent lists stay two, and so do the tasks before and after a
 * numbered step that is no task, so that each keeps its author's number [EX1].
 */
export function writeTasks(source: ExportSource, items: readonly Item[], indent = ''): string[] {
  const { structure, state, marks, wording } = source;
  const lines: string[] = [];
  /** True if the list takes the other sign of its kind: the same sign would join it to the list before. */
  let isOther = false;
  items.forEach((item, i) => {
    const before = items[i - 1];
    if (!continues(item, before)) {
      if (before !== undefined) lines.push('');
      isOther = before?.ordered === item.ordered && !isOther;
    }
    const marker = item.number === undefined ? (isOther ? '*' : '-') : `${item.number}${isOther ? ')' : '.'}`;
    const children = structure.beneath.get(item.id) ?? [];
    const mark = marks.get(item.id) ?? 'todo';
    const isMarked = children.length === 0 && mark !== 'todo';
    const stamp = isMarked ? writeStamp(state.get(keys.mark(item.id)), wording) : '';
    const inner = indent + ' '.repeat(marker.length + 1);
    lines.push(`${indent}${marker} ${writeBox(item.text, mark, wording)}${stamp}`);
    // A list that begins with another number than 1 does not interrupt a paragraph.
    const gap = (children[0]?.number ?? 1) === 1 ? [] : [''];
    lines.push(...writeNote(source, item, inner), ...gap, ...writeTasks(source, children, inner));
  });
  return lines;
}
