import { contingencySteps } from '~/core/page/structure';
import { findAlarms } from '~/core/run/contingency';
import { findEnd } from '~/core/run/ending';
import { keys, readAnswer } from '~/core/run/entry';
import { earlierOf, findAlerts, findMended } from '~/core/run/history';
import { isMark } from '~/core/page/page';
import { answersOf, judgeHold } from '~/core/run/holds';
import { countMarks } from '~/core/run/progress';
import { valueOf, type Run } from '~/core/run/run';
import { viewRun, type View } from '~/core/run/view';
import { nameAnchor } from './describe-entry';
import { escapeLabel, escapeText } from './escape';
import { separator } from './log-line';
import { writeStamp } from './stamp';
import type { ExportSource } from './task-lines';
import type { ExportWording } from './wording';

const writeAlarms = ({ structure, state, marks, wording }: ExportSource): string[] =>
  findAlarms(structure, state).map(({ section, trigger, entry }) => {
    const name = escapeText(`${nameAnchor(structure, section)} ${wording.isOn}`);
    const progress = wording.formatProgress(countMarks(contingencySteps(structure, section), marks));
    return `- ⚠ **${name}** (${escapeText(progress)}): ${escapeText(trigger.text)}${writeStamp(entry, wording)}`;
  });

/** Writes the contingencies that were on and are off again, with the author, trigger and time, and who turned them off. */
const writePastAlarms = ({ structure, wording }: ExportSource, run: Run): string[] =>
  findAlerts(structure, run).flatMap(({ section, trigger, on, off }) => {
    if (off === undefined) return [];
    const name = escapeLabel(`${nameAnchor(structure, section)} ${wording.wasOn}`);
    const stopped = `${escapeText(wording.off)}${writeStamp(off, wording)}`;
    return `- **${name}** ${escapeText(trigger.text)}${writeStamp(on, wording)}${separator}${stopped}`;
  });

/** Writes the failures that were mended since. */
const writeMended = ({ structure, wording }: ExportSource, run: Run): string[] =>
  findMended(structure, run).map(({ item, failed, now }) => {
    const mark = isMark(now.value) ? wording.marks[now.value] : now.value;
    const then = `${escapeText(wording.marks.failed)}${writeStamp(failed, wording)}`;
    return `- **${escapeText(wording.mended)}:** ${escapeText(item.text)}${separator}${then}${separator}${escapeText(mark)}${writeStamp(now, wording)}`;
  });

const writeHolds = ({ structure, state, wording }: ExportSource, run: Run): string[] =>
  structure.page.holds.map((hold) => {
    const name = escapeLabel(`${wording.holdAfter} ${nameAnchor(structure, hold.after)}`);
    const verdict = escapeText(wording.verdicts[judgeHold(state, hold)]);
    const answers = answersOf(state, hold).map(({ role, answer, entry }) => {
      const given = `${escapeLabel(role)} ${escapeText(wording.answers[answer])}`;
      const earlier = earlierOf(run, keys.hold(hold.after, role)).map((before) => {
        const said = escapeText(wording.answers[readAnswer(before.value)]);
        return `${separator}${escapeText(wording.before)} ${said}${writeStamp(before, wording)}`;
      });
      return `  - ${given}${answer === '' ? '' : writeStamp(entry, wording)}${earlier.join('')}`;
    });
    return [`- ${name} **${verdict}**`, ...answers].join('\n');
  });

/** Writes the count of what the run is about [ST3]; in a contingency, its name and the run's own progress as well. */
function writeProgress({ structure, alarm, counted, progress }: View, wording: ExportWording): string {
  const count = escapeText(wording.formatProgress(counted));
  if (alarm === undefined) return count;
  const name = escapeText(nameAnchor(structure, alarm.section));
  return `${count} (${name})${separator}${escapeText(`${wording.outside} ${wording.formatProgress(progress)}`)}`;
}

/** Writes the plan beside what happens, where the author planned something. */
const writePlan = (view: View, { formatPlan }: ExportWording): string[] =>
  formatPlan(view).map(({ label, parts }) => `- **${escapeLabel(label)}** ${parts.map(escapeText).join(separator)}`);

/**
 * Writes the summary, which must be enough for a reader who stops there: the run, its progress, its end, its failures, the answers to
 * holds.
 */
export function writeSummary(source: ExportSource, run: Run): string[] {
  const { structure, state, wording } = source;
  const view = viewRun(structure, run);
  const title = valueOf(state, keys.title);
  const started = `${wording.started} ${wording.formatMinute(run.start)}${wording.zone === '' ? '' : ` (${wording.zone})`}`;
  const end = findEnd(state);
  return [
    `- **${escapeText(wording.status)}:** ${escapeText(wording.formatStatus(view))}`,
    `- **${escapeText(wording.run)}:** ${title === '' ? '' : escapeText(title) + separator}${escapeText(started)}`,
    `- **${escapeText(wording.progress)}:** ${writeProgress(view, wording)}`,
    ...writePlan(view, wording),
    ...(end === undefined ? [] : [`- **${escapeText(wording.ended)}**${writeStamp(end, wording)}`]),
    ...writeAlarms(source),
    ...writePastAlarms(source, run),
    ...writeMended(source, run),
    ...writeHolds(source, run),
  ];
}
