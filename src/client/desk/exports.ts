import { writeJson } from '~/core/exchange/write-json';
import { writeMarkdown } from '~/core/exchange/write-markdown';
import type { Run } from '~/core/run/run';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';
import { nowMinute } from '~/stores/clock';
import { earlierRun } from '~/stores/earlier-run';
import { say } from '~/words/say';
import { wordExport } from '~/words/word-export';
import { copyAndSay } from '~/client/acts/copy-text';
import { offsetOf, zoneOf } from '~/client/text/clock-text';
import { fullTimeOf, offsetHere, zoneName } from '~/client/text/when-text';
import { download } from './download';
import { withPlan } from './read-plan';

/** Writes the run as Markdown, with the plan beside it, by the clock of this browser: its zone at the run's start is stated once. */
function writeRun(view: View, run: Run, words: Words): string {
  const { start } = run;
  const wording = wordExport(words, {
    now: nowMinute(),
    format: (minute) => `${fullTimeOf(minute)}${offsetOf(minute, start)}`,
    offsetAt: offsetHere,
    zone: say(words.export.zone, { offset: zoneOf(start), zone: zoneName() }),
    findEarlier: earlierRun,
  });
  return writeMarkdown(withPlan(view.structure), run, wording);
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
