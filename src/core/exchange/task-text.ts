import type { Mark } from '~/core/page/page';
import { splitPin } from '~/core/page/pin';
import { takeRole, takeTime } from '~/core/plan/read-tail';
import { readEscaped } from './escape';
import { separator } from './log-line';
import type { Candidate } from './match-tasks';
import { cutLong, dropHow, readPlainText } from './plain-text';
import type { Task } from './read-tasks';
import { failedSign } from './task-lines';

/** A task as read: the text to match it by, and the mark that its box or its words give it. */
export interface ReadTask extends Candidate {
  task: Task;
  mark: Mark;
}

const failed = new RegExp(String.raw`^${failedSign} \*\*(?:[^*\\]|\\.){1,200}\*\* (.*)$`);
const skipped = /^~~(.*)~~$/;

/** The most parts that are taken from the end of a task: "[How](…)", a planned time, roles, a pin. A hostile text's tail has no end. */
const longestTail = 20;

/** A text without its tail, and the pin that was in it. */
function dropTail(markdown: string, roles: readonly string[]): { text: string; pinned: string | undefined } {
  let [text, pinned] = [cutLong(markdown), undefined as string | undefined];
  for (let i = 0; i < longestTail; i++) {
    const pin = pinned === undefined ? splitPin(text) : undefined;
    pinned ??= pin?.pinned;
    const rest = pin?.pinned === undefined ? (takeTime(text) ?? takeRole(text, roles)) : pin;
    const before = rest?.before ?? dropHow(text);
    if (before === text) break;
    text = before.trimEnd();
  }
  return { text, pinned };
}

/**
 * Makes a reader of tasks as somebody's own Markdown has them: with markup, links, planned times, the page's roles, and perhaps a pinned id.
 * Each text is read once: a hostile copy repeats the same one a hundred thousand times.
 */
export function makeSourceReader(roles: readonly string[]): (task: Task) => ReadTask {
  const readText = ({ text: written, defined }: Task) => {
    const { text, pinned } = dropTail(written, roles);
    return { text: readPlainText(text, defined), pinned };
  };
  const known = new Map<string, ReturnType<typeof readText>>();
  return (task) => {
    const read = known.get(task.text) ?? readText(task);
    known.set(task.text, read);
    return { task, mark: task.mark, ...read, headings: task.headings };
  };
}

/** Makes a reader of headings as somebody's own Markdown has them, in which these labels are links. */
export const makeTitleReader =
  (defined: ReadonlySet<string> | undefined) =>
  (written: string): string => {
    const title = readPlainText(written, defined);
    return takeTime(title)?.before ?? title;
  };

/** Reads a task as `writeMarkdown` writes it: escaped, with words for the boxes that GFM lacks, and author and time at its end. */
export function readExportedTask(task: Task): ReadTask {
  const [first = ''] = task.text.split(separator);
  const failure = failed.exec(first)?.[1];
  const omission = skipped.exec(first)?.[1];
  const inWords = failure !== undefined ? 'failed' : omission !== undefined ? 'skipped' : 'todo';
  return {
    task,
    mark: task.mark === 'todo' ? inWords : task.mark,
    text: readEscaped(failure ?? omission ?? first.trimEnd()),
    pinned: undefined,
    headings: task.headings,
  };
}
