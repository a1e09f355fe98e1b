import { writeJson } from '~/core/exchange/write-json';
import { writeMarkdown } from '~/core/exchange/write-markdown';
import type { ExportWording } from '~/core/exchange/wording';
import type { Plan } from '~/core/page/page';
import type { Run } from '~/core/run/run';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';
import { nowMinute } from '~/stores/clock';
import { earlierRun } from '~/stores/earlier-run';
import { say } from '~/words/say';
import { copyAndSay } from '~/client/acts/copy-text';
import { offsetOf, zoneOf } from '~/client/text/clock-text';
import { durationText } from '~/client/text/duration-text';
import { describePlan } from '~/client/text/plan-text';
import { progressParts } from '~/client/text/progress-text';
import { statusText } from '~/client/text/status-text';
import { fullTimeOf, zoneName } from '~/client/text/when-text';
import { download } from './download';
import { withPlan } from './read-plan';

/** The words of an export, and the clock of its reader. `start`: of the run, whose zone is stated once. */
function wordingOf(words: Words, start: number, plan: Plan | undefined): ExportWording {
  const formatMinute = (minute: number) => `${fullTimeOf(minute)}${offsetOf(minute, start)}`;
  return {
    ...words.export,
    formatMinute,
    zone: say(words.export.zone, { offset: zoneOf(start), zone: zoneName() }),
    formatDuration: (minutes) => durationText(minutes, words.timeline),
    formatPlan: (view) =>
      describePlan(view, plan, words, {
        now: nowMinute(),
        earlier: view.run && earlierRun(view.run),
        format: formatMinute,
      }),
    planned: (time) => say(words.plan.planned, { time }),
    took: (time) => say(words.plan.took, { time }),
    formatStatus: (view) => statusText(view, words.status),
    formatProgress: (progress) => progressParts(progress, words.bar).join(', '),
  };
}

/** Writes the run as Markdown, with the plan beside it. */
function writeRun(view: View, run: Run, words: Words): string {
  const structure = withPlan(view.structure);
  return writeMarkdown(structure, run, wordingOf(words, run.start, structure.page.plan));
}

const fileName = ({ structure, run }: View, ending: string) =>
  `${structure.page.id.replaceAll('/', '-')}-${run?.id ?? ''}.${ending}`;

/** Puts the run as Markdown on the clipboard: for an issue, a chat, a post-mortem. */
export async function copyMarkdown(view: View, words: Words): Promise<void> {
  const { run } = view;
  if (run === undefined) return;
  await copyAndSay(writeRun(view, run, words), words.menu.copied);
}

/** Downloads the run as Markdown. */
export function downloadMarkdown(view: View, words: Words): void {
  const { run } = view;
  if (run) download(fileName(view, 'md'), 'text/markdown', writeRun(view, run, words));
}

/** Downloads the run as JSON. */
export function downloadJson(view: View): void {
  const { structure, run } = view;
  if (run) download(fileName(view, 'json'), 'application/json', writeJson(structure, run));
}
