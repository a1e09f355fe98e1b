import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const subjects = ['database', 'queue', 'load balancer', 'certificate', 'cache', 'worker', 'backup', 'alert'];
const verbs = ['Check', 'Restart', 'Scale down', 'Drain', 'Restore', 'Rotate', 'Verify', 'Announce'];
const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

/** A page such as a team writes: three sections, prose, a table, links, and a list of steps. */
function writePage(n: number, pages: number, items: number): string {
  const step = (i: number) =>
    `- [ ] ${pick(verbs, n + i)} the ${pick(subjects, i * 3 + n)} of \`node-${n}-${i}\`: it answers \`200\` within ${i + 1} s`;
  const section = (from: number, to: number, title: string) => [
    `## ${title} the ${pick(subjects, n + from)}`,
    `Before this, read [what others did](page-${(n * 7 + from) % pages}.md). It takes **${from + 5} minutes**; write down what you see.`,
    Array.from({ length: to - from }, (_, i) => step(from + i)).join('\n'),
  ];
  return [
    `# ${pick(verbs, n)} the ${pick(subjects, n)}, part ${n}`,
    'One reads, one does. Say what you see, then tick; what does not apply, mark as such.',
    ...section(0, Math.floor(items / 3), 'Prepare'),
    ...section(Math.floor(items / 3), Math.floor((2 * items) / 3), 'Change'),
    ...section(Math.floor((2 * items) / 3), items, 'Check'),
    '| Role | Name | Contact |\n| --- | --- | --- |\n| Lead | [Name] | [Contact] |\n| Deputy | [Name] | [Contact] |',
    '```sh\nsystemctl status chat\n```',
  ].join('\n\n');
}

/** The file of a page below the content folder. */
export const fileOf = (n: number): string => `runbooks/page-${n}.md`;

/** Writes a content folder of many runbooks. */
export function writePages(content: string, pages: number, items: number): void {
  mkdirSync(path.join(content, 'runbooks'), { recursive: true });
  for (let n = 0; n < pages; n++) writeFileSync(path.join(content, fileOf(n)), `${writePage(n, pages, items)}\n`);
}
