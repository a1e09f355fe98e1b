import type { Mark } from '~/core/page/page';
import { readBlockLines } from './block-lines';

/** A task as it stands in a Markdown text. `text` is its first paragraph, as written; `line` counts from 1. */
export interface Task {
  line: number;
  mark: Extract<Mark, 'done' | 'skipped' | 'todo'>;
  text: string;
  /** The headings around it as written, from the nearest outwards. */
  headings: readonly Heading[];
  /** The labels that the text defines, "[label]: address", each as `labelOf` reads it. */
  defined: ReadonlySet<string>;
}

export interface Heading {
  depth: number;
  title: string;
}

const listMarker = /^(\s*)(?:[-*+]|\d{1,9}[.)])(?:\s+|$)/;
const task = /^(\s*)(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}){1,9}\[([ xX~])\][ \t]+(\S.*)$/;
const heading = /^ {0,3}(#{1,6})\s(.*)$/;
const underline = /^ {0,3}(=+|-+)\s*$/;
/** The same within a task, whose text then is a heading; and a line across the page, which ends it. */
const innerUnderline = /^ {2,}(?:=+|-+)\s*$/;
const rule = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const definition = /^ {0,3}\[([^[\]]{1,999})\]:/;
/** A backslash at a line's end breaks the line, where another one follows; two are one that is shown. */
const hardBreak = /((?:^|[^\\])(?:\\\\)*)\\$/;
/** Stands for such a backslash until it is known whether a line follows. */
const mayBreak = '\ue002';

const endLine = (text: string): string => text.replaceAll(mayBreak, '').replace(hardBreak, `$1${mayBreak}`);
const readBreaks = (text: string): string => text.replace(/\ue002(?= )/g, '').replace(mayBreak, '\\');

/** The marks that boxes give, by the sign in them. */
const marks: Readonly<Record<string, Task['mark']>> = { ' ': 'todo', x: 'done', X: 'done', '~': 'skipped' };

const indentOf = (text: string): number => text.length - text.trimStart().length;

/** A label without case, and its white space folded: `[Run  book]` is `[run book]`. */
export const labelOf = (written: string): string => written.trim().replace(/\s+/g, ' ').toLowerCase();

/** The task items of a Markdown text, in order, as GitHub counts them, and `[~]` besides [EX5]. */
export function readTasks(lines: readonly string[]): Task[] {
  const tasks: Task[] = [];
  const defined = new Set<string>();
  let around: Heading[] = [];
  /** The paragraph that the next line may go on with: a task's, or one between the lists. */
  let open: Task | { text: string } | undefined;
  /** The column at which the content of the last list item begins: four columns further in, a line is code. */
  let column = 0;
  let depth = 0;
  const enter = (level: number, title: string) => {
    around = [{ depth: level, title }, ...around.filter((outer) => outer.depth < level)];
    open = undefined;
    column = 0;
  };
  for (const { line, text, quotes } of readBlockLines(lines)) {
    if (quotes !== depth) open = undefined;
    depth = quotes;
    if (text.trim() === '') {
      open = undefined;
      continue;
    }
    const [, hashes = '', title = ''] = text.includes('#') ? (heading.exec(text) ?? []) : [];
    const level = open && !('line' in open) ? underline.exec(text)?.[1] : undefined;
    const found = text.includes('[') && indentOf(text) < column + 4 ? task.exec(text) : null;
    const marker = listMarker.exec(text);
    const label = open === undefined ? definition.exec(text)?.[1] : undefined;
    if (label !== undefined) defined.add(labelOf(label));
    if (hashes !== '') enter(hashes.length, title);
    else if (level !== undefined) enter(level.startsWith('=') ? 1 : 2, readBreaks(open?.text ?? ''));
    else if (open && 'line' in open && (innerUnderline.test(text) || rule.test(text))) open = undefined;
    else if (found !== null) {
      const mark = marks[found[2] ?? ''] ?? 'todo';
      const fresh: Task = { line, mark, text: endLine(found[3] ?? ''), headings: around, defined };
      tasks.push(fresh);
      open = fresh;
      column = text.indexOf('[');
    } else if (label !== undefined) column = 0;
    else if (marker !== null) {
      open = undefined;
      column = marker[0].length;
    } else if (open !== undefined) open.text += ` ${endLine(text.trim())}`;
    else {
      if (indentOf(text) === 0 && quotes === 0) column = 0;
      open = { text: endLine(text.trim()) };
    }
  }
  return tasks.map((found) => ({ ...found, text: readBreaks(found.text) }));
}
