import { contingencySteps } from '~/core/page/structure';
import { findAlarms } from '~/core/run/contingency';
import { findEnd } from '~/core/run/ending';
import { keys } from '~/core/run/entry';
import { answersOf, judgeHold } from '~/core/run/holds';
import { countMarks, countRun } from '~/core/run/progress';
import { valueOf, type Run } from '~/core/run/run';
import { viewRun } from '~/core/run/view';
import { nameAnchor } from './describe-entry';
import { escapeText } from './escape';
import { separator } from './log-line';
import { writeStamp } from './stamp';
import type { ExportSource } from './task-lines';

const writeAlarms = ({ structure, state, marks, wording }: ExportSource): string[] =>
  findAlarms(structure, state).map(({ section, trigger, entry }) => {
    const name = escapeText(`${nameAnchor(structure, section)} ${wording.isOn}`);
    const progress = wording.formatProgress(countMarks(contingencySteps(structure, section), marks));
    return `- ⚠ **${name}** (${escapeText(progress)}): ${escapeText(trigger.text)}${writeStamp(entry, wording)}`;
  });

const writeHolds = ({ structure, state, wording }: ExportSource): string[] =>
  structure.page.holds.map((hold) => {
    const name = escapeText(`${wording.holdAfter} ${nameAnchor(structure, hold.after)}`);
    const verdict = escapeText(wording.verdicts[judgeHold(state, hold)]);
    const answers = answersOf(state, hold).map(({ role, answer, entry }) => {
      const given = `${escapeText(role)}: ${escapeText(wording.answers[answer])}`;
      return `  - ${given}${answer === '' ? '' : writeStamp(entry, wording)}`;
    });
    return [`- ${name}: **${verdict}**`, ...answers].join('\n');
  });

/** What somebody who reads no further must know: which run, how far, whether it ended, what went wrong, who said Go. */
export function writeSummary(source: ExportSource, run: Run): string[] {
  const { structure, state, marks, wording } = source;
  const title = valueOf(state, keys.title);
  const started = `${wording.started} ${wording.formatMinute(run.start)}`;
  const end = findEnd(state);
  return [
    `- **${escapeText(wording.status)}:** ${escapeText(wording.formatStatus(viewRun(structure, run)))}`,
    `- **${escapeText(wording.run)}:** ${title === '' ? '' : escapeText(title) + separator}${escapeText(started)}`,
    `- **${escapeText(wording.progress)}:** ${escapeText(wording.formatProgress(countRun(structure, marks)))}`,
    ...(end === undefined ? [] : [`- **${escapeText(wording.ended)}**${writeStamp(end, wording)}`]),
    ...writeAlarms(source),
    ...writeHolds(source),
  ];
}
