import { writeJson } from '~/core/exchange/write-json';
import { writeMarkdown } from '~/core/exchange/write-markdown';
import type { Structure } from '~/core/page/structure';
import type { ExportWording } from '~/core/exchange/wording';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { copyAndSay } from '~/client/acts/copy-text';
import { offsetOf, zoneOf } from '~/client/text/clock-text';
import { dateOf, zoneName } from '~/client/text/date-text';
import { durationText } from '~/client/text/duration-text';
import { statusText } from '~/client/text/status-text';
import { download } from './download';
import { readPlan } from './read-plan';

const wordingOf = (words: Words, start: number): ExportWording => ({
  ...words.export,
  marks: words.export.marks,
  answers: words.export.answers,
  verdicts: words.export.verdicts,
  formatMinute: (minute) => `${dateOf(minute)}${offsetOf(minute, start)}`,
  zone: say(words.export.zone, { offset: zoneOf(start), zone: zoneName() }),
  formatDuration: (minutes) => durationText(minutes, words.timeline),
  formatStatus: (view) => statusText(view, words.status),
  formatProgress: ({ done, total, skipped, failed }) =>
    [
      say(words.bar.done, { done, total }),
      skipped > 0 && say(words.bar.skipped, { n: skipped }),
      failed > 0 && say(words.bar.failed, { n: failed }),
    ]
      .filter(Boolean)
      .join(', '),
});

/** The page of a view with what its author planned, which the static page holds. */
function withPlan({ structure }: View): Structure {
  const plan = structure.page.plan ?? readPlan(document);
  return plan ? { ...structure, page: { ...structure.page, plan } } : structure;
}

const fileName = ({ structure, run }: View, ending: string) =>
  `${structure.page.id.replaceAll('/', '-')}-${run?.id ?? ''}.${ending}`;

/** Puts the run as Markdown on the clipboard: for an issue, a chat, a post-mortem. */
export async function copyMarkdown(view: View, words: Words): Promise<void> {
  const { run } = view;
  if (run === undefined) return;
  await copyAndSay(writeMarkdown(withPlan(view), run, wordingOf(words, run.start)), words.menu.copied);
}

export function downloadMarkdown(view: View, words: Words): void {
  const { run } = view;
  if (run)
    download(fileName(view, 'md'), 'text/markdown', writeMarkdown(withPlan(view), run, wordingOf(words, run.start)));
}

export function downloadJson(view: View): void {
  const { structure, run } = view;
  if (run) download(fileName(view, 'json'), 'application/json', writeJson(structure, run));
}
