import { appendFileSync, writeFileSync } from 'node:fs';
import { messageOf } from '~/build/message-of';
import type { Structure } from '~/core/page/structure';
import { findFailures } from '~/core/run/failures';
import { judgeHold } from '~/core/run/holds';
import type { Run } from '~/core/run/run';
import { fillStructure } from '~/core/values/fill-structure';
import { viewRun } from '~/core/run/view';
import { en } from '~/words/en';
import { progressParts } from '~/words/progress-text';
import { Exit } from './exit';
import type { Failure, Options } from './options';
import { toMarkdown } from './write-result';

type Environment = Record<string, string | undefined>;

/** The file in which GitLab finds links to show beside a job: `artifacts: reports: annotations:` names it. */
const gitlabFile = 'runsheet-annotations.json';

/** Tells which of the failures that `--fail-on` may name a run has. */
export function judgeFailures(structure: Structure, run: Run): Record<Failure, boolean> {
  const view = viewRun(structure, run, fillStructure);
  const { progress, state } = view;
  return {
    failed: findFailures(view).length > 0,
    open: progress.open > 0,
    'no-go': structure.page.holds.some((hold) => judgeHold(state, hold) === 'no-go'),
  };
}

/** "Release: 60 of 94 done, 1 failed" */
export function describeRun(structure: Structure, run: Run): string {
  const { counted } = viewRun(structure, run, fillStructure);
  return `${structure.page.title}: ${progressParts(counted, en.bar).join(', ')}`;
}

/** A text as a host's log takes it: a line that would be a command to GitHub's runner begins with a quotation mark instead. */
export const plainLines = (text: string): string => text.replace(/^(\s*)(?=::|##\[)/gm, '$1“');

/** A text as part of a GitHub workflow command. */
const escapeCommand = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Writes a report to its file. Stops with 2 where that is not possible. */
function write(file: string, text: string, how: (file: string, text: string) => void): void {
  try {
    how(file, text);
  } catch (error) {
    throw new Exit(2, `${file} cannot be written: ${messageOf(error)}.`);
  }
}

/**
 * Reports the result of the run where the job's host shows it: GitHub's summary, output and at most one annotation; GitLab's link
 * beside the job; a file of one's own. Returns the text for the error output. None of it holds the link of a room.
 */
export function report(
  { structure, run, link, now }: { structure: Structure; run: Run; link: string | undefined; now: number },
  { summary }: Pick<Options, 'summary'>,
  env: Environment,
): string {
  const markdown = toMarkdown(structure, run, now);
  for (const file of new Set([summary, env['GITHUB_STEP_SUMMARY']]))
    if (file) write(file, `${markdown}\n`, appendFileSync);
  if (env['GITHUB_OUTPUT'] && link !== undefined) write(env['GITHUB_OUTPUT'], `link=${link}\n`, appendFileSync);
  if (env['GITLAB_CI'] && link?.startsWith('http')) {
    const links = [{ external_link: { label: describeRun(structure, run), url: link } }];
    write(gitlabFile, `${JSON.stringify({ runsheet: links }, null, 2)}\n`, writeFileSync);
  }
  const failures = judgeFailures(structure, run);
  const isTrouble = failures.failed || failures['no-go'];
  if (!env['GITHUB_ACTIONS'] || !isTrouble) return `${plainLines(describeRun(structure, run))}\n`;
  return `::warning title=Runsheet::${escapeCommand(describeRun(structure, run))}\n`;
}
