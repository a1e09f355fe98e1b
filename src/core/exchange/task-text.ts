import type { Mark } from '~/core/page/page';
import { splitPin } from '~/core/page/pin';
import { readEscaped } from './escape';
import { separator } from './log-line';
import type { Candidate } from './match-tasks';
import { readPlainText } from './plain-text';
import type { Task } from './read-tasks';
import { failedSign } from './task-lines';

/** A task as read: the text to match it by, and the mark that its box or its words give it. */
export interface ReadTask extends Candidate {
  task: Task;
  mark: Mark;
}

const failed = new RegExp(String.raw`^${failedSign} \*\*(?:[^*\\]|\\.){1,200}\*\* (.*)$`);
const skipped = /^~~(.*)~~$/;

/** A task as somebody's own Markdown has it: with markup, links, and perhaps a pinned id. */
export function readSourceTask(task: Task): ReadTask {
  const { text, mark, headings } = task;
  const { before, pinned } = splitPin(text);
  return { task, mark, text: readPlainText(before), pinned, headings };
}

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
