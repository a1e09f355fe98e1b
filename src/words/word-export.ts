import type { ExportWording } from '~/core/exchange/wording';
import type { Run } from '~/core/run/run';
import { durationText } from './duration-text';
import type { Words } from './en';
import { describePlan, type Clock } from './plan-text';
import { progressParts } from './progress-text';
import { say } from './say';
import { statusText } from './status-text';

/** What the words of an export cannot know: the clock of whoever reads it, and the runs that are kept beside the exported one. */
export interface ExportReader extends Clock {
  /** The zone of the clock in words, stated once; empty where each of its times names it. */
  zone: string;
  /** Finds the run of the same page before a run, to compare its times with. */
  findEarlier: (run: Run) => Run | undefined;
}

/** Puts an export into words: the same in a browser and in a job, but for the clock. */
export const wordExport = (words: Words, { zone, findEarlier, ...clock }: ExportReader): ExportWording => ({
  ...words.export,
  zone,
  formatMinute: clock.format,
  formatStatus: (view) => statusText(view, words.status),
  formatProgress: (progress) => progressParts(progress, words.bar).join(', '),
  formatDuration: (minutes) => durationText(minutes, words.timeline),
  formatPlan: (view) =>
    describePlan(view, view.structure.page.plan, words, { ...clock, earlier: view.run && findEarlier(view.run) }),
  planned: (time) => say(words.plan.planned, { time }),
  took: (time) => say(words.plan.took, { time }),
});
