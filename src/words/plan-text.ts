import type { Plan } from '~/core/page/page';
import { titleOf } from '~/core/page/title-of';
import type { OffsetAt } from '~/core/plan/clock';
import { findHolders } from '~/core/plan/holders';
import { findLastCalls, type LastCall } from '~/core/plan/last-call';
import { paceRun } from '~/core/plan/plan';
import { countRoles, namedRoles } from '~/core/plan/roles';
import type { Run } from '~/core/run/run';
import { viewRun, type View } from '~/core/run/view';
import type { Words } from './en';
import { say } from './say';
import { doneText } from './progress-text';
import { durationText } from './duration-text';

/** A line of a report and its parts: "Plan", "2 h planned", "1 h 10 min so far". */
export interface PlanLine {
  label: string;
  parts: readonly string[];
}

/** A line's parts as one text. */
export const joinParts = ({ parts }: PlanLine): string => parts.join(' · ');

/** "Roll back by 02:20 at the latest". `format`: a minute since 1970 as a text. */
export const latestText = ({ latest }: LastCall, words: Words['plan'], format: (minute: number) => string): string =>
  say(words.latest, { time: format(latest) });

/** The reader's clock: now, how a minute is shown, both in minutes since 1970, and how far it is ahead of UTC. */
export interface Clock {
  now: number;
  format: (minute: number) => string;
  offsetAt: OffsetAt;
}

/** The reader's clock, and the run before this one, to compare it with. */
export interface Beside extends Clock {
  earlier: Run | undefined;
}

/** The times of a run beside its plan; `undefined` where no time is planned. */
export function describePace(
  view: View,
  plan: Plan,
  words: Words,
  { now, format, earlier: before }: Omit<Beside, 'offsetAt'>,
): PlanLine | undefined {
  const { plan: said, timeline } = words;
  const pace = paceRun(view, plan, now);
  if (pace === undefined) return undefined;
  const { section, total, took, end, late, isOver } = pace;
  const time = (minutes: number) => durationText(minutes, timeline);
  const earlier = before && section === '' && paceRun(viewRun(view.structure, before), plan, now);
  const parts = [
    say(said.planned, { time: time(total) }),
    took > 0 && say(isOver ? said.took : said.soFar, { time: time(took) }),
    isOver && (late > 0 ? say(said.more, { time: time(late) }) : said.within),
    !isOver && say(said.expected, { when: format(end) }),
    !isOver && (late > 0 ? say(said.late, { time: time(late) }) : said.onTime),
    earlier && earlier.section === '' && earlier.isOver && say(said.last, { time: time(earlier.took) }),
  ];
  return {
    label: section === '' ? said.title : say(said.of, { section: titleOf(view.structure, section) }),
    parts: parts.filter((part) => typeof part === 'string'),
  };
}

/**
 * Describes the plan beside the run, for summary, paper and exports alike: the times, the latest times to roll back, and how much
 * each role has done, with who holds it.
 */
export function describePlan(view: View, plan: Plan | undefined, words: Words, beside: Beside): PlanLine[] {
  if (plan === undefined || view.run === undefined) return [];
  const { plan: said, bar, timeline } = words;
  const { format, offsetAt } = beside;
  const pace = describePace(view, plan, words, beside);
  const calls = findLastCalls(view, plan, offsetAt).map((call) => ({
    label: latestText(call, said, format),
    parts: [
      say(said.because, {
        section: call.title,
        takes: durationText(call.takes, timeline),
        end: format(call.windowEnd),
      }),
    ],
  }));
  const holders = findHolders(view.structure.page, namedRoles(plan), view.state);
  const roles = countRoles(view, plan).map(({ role, done, total }) => {
    const name = holders.get(role);
    const shown = role === '' ? said.nobody : name === undefined ? role : say(said.held, { role, name });
    return `${shown}: ${doneText({ done, total }, bar)}`;
  });
  const named = Object.keys(plan.roles).length > 0;
  return [
    ...(pace ? [pace] : []),
    ...calls,
    ...(named && roles.length > 0 ? [{ label: said.roles, parts: roles }] : []),
  ];
}
