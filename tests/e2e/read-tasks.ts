import { readFileSync } from 'node:fs';

/** The first runbook's version, as its tests fill it in: that of the example. */
export const version = 'v1.0.0';

/** One task of the first runbook's source: its text as it is shown, and the headings above it. */
interface Task {
  text: string;
  part: string;
  section: string;
}

/** The tasks of the deployment checklist, read from its Markdown with nothing of the product: groups are left out. */
export function readTasks(): Task[] {
  const tasks: Task[] = [];
  const lines = readFileSync('content/runbooks/mvp-release.mdx', 'utf8').split('\n');
  let part = '';
  let section = '';
  lines.forEach((line, i) => {
    const [, marks = '', title = ''] = /^(##+) (.*)/.exec(line) ?? [];
    if (marks === '##') part = title;
    if (marks === '###') section = title;
    const [, indent = '', task] = /^( *)(?:-|\d+\.) \[ \] (.*)/.exec(line) ?? [];
    const isGroup = /^ *- \[ \]/.test(lines[i + 1] ?? '') && (lines[i + 1] ?? '').search(/\S/) > indent.length;
    if (task === undefined || isGroup) return;
    const text = task
      .replace(/ \[How\]\(.*\)$/, '')
      // A pin, planned times and roles are no part of a step's text.
      .replace(/(?: \^[\w-]+)?(?: ~\d+ min)?(?: @[A-Z][A-Za-z ]+)*$/, '')
      .replaceAll('`', '')
      .replaceAll('{{version}}', version);
    tasks.push({ text, part, section });
  });
  return tasks;
}
