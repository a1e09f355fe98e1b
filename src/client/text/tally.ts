import { describeEnding } from '~/core/run/describe-ending';
import { findEnd } from '~/core/run/ending';
import { isMarkKey, type Entry } from '~/core/run/entry';
import { findFailures } from '~/core/run/failures';
import { isMark } from '~/core/page/page';
import type { Progress } from '~/core/run/progress';
import { stateOf, type Run } from '~/core/run/run';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { progressParts } from '~/words/progress-text';

/** The run's last entry in time, whoever made it. */
export const lastEntry = (run: Run): Entry | undefined => run.entries.at(-1);

/** Counts the marks of a run by kind, for a run whose page is not there. */
export function countRecord(run: Run): Pick<Progress, 'done' | 'failed' | 'skipped'> {
  const counts = { done: 0, failed: 0, skipped: 0, todo: 0 };
  for (const [key, { value }] of stateOf(run)) if (isMarkKey(key) && isMark(value)) counts[value]++;
  return counts;
}

/** "60 of 94 done", "2 not applicable", of what the run is about now; without the page, "60 items done". Failures are counted apart. */
export function tallyParts(run: Run, view: View | undefined, words: Words): string[] {
  if (view !== undefined) return progressParts({ ...view.counted, failed: 0 }, words.bar);
  const { done, skipped } = countRecord(run);
  return [say(words.runs.marked, { n: done }), ...(skipped > 0 ? [say(words.bar.skipped, { n: skipped })] : [])];
}

/** Counts the failures of a run; without its page, those of all its marks. */
export const failedOf = (run: Run, view: View | undefined): number =>
  view === undefined ? countRecord(run).failed : findFailures(view).length;

/** "complete", "complete with 1 failed", "3 open": how a run stood when it ended; empty where its page is not there. */
export function endingText(view: View | undefined, words: Words['runs']): string {
  if (view === undefined) return '';
  const { kind, open, failed } = describeEnding(view.structure, view.state);
  if (kind === 'open') return say(words.endedOpen, { n: open.length });
  return kind === 'complete' ? words.complete : say(words.completeFailed, { n: failed });
}

/** The entry that ended a run, if it has ended. */
export const endOf = (run: Run): Entry | undefined => findEnd(stateOf(run));
