import type { Plan } from '~/core/page/page';
import { findHolders } from '~/core/plan/holders';
import { findLastCalls, type LastCall } from '~/core/plan/last-call';
import { countRoles, namedRoles, paceRun } from '~/core/plan/plan';
import type { View } from '~/core/run/view';
import { viewRun } from '~/core/run/view';
import { earlierRun } from '~/stores/earlier-run';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { durationText } from './duration-text';

/** A line of a report: "Plan", "2 h planned · 1 h 10 min so far". */
export interface PlanLine {
  label: string;
  text: string;
}

/** The reader's clock, in minutes ahead of UTC. */
export const offsetHere = (minute: number): number => -new Date(minute * 60_000).getTimezoneOffset();

/** "Roll back by 02:20 at the latest". `format`: a minute since 1970 as a text. */
export const latestText = ({ latest }: LastCall, words: Words['plan'], format: (minute: number) => string): string =>
  say(words.latest, { time: format(latest) });

function describePace(view: View, plan: Plan, words: Words, now: number, format: (minute: number) => string) {
  const { plan: said, timeline } = words;
  const pace = paceRun(view, plan, now);
  if (pace === undefined) return undefined;
  const { section, total, took, end, late, isOver } = pace;
  const time = (minutes: number) => durationText(minutes, timeline);
  const before = view.run && section === '' ? earlierRun(view.run) : undefined;
  const earlier = before && paceRun(viewRun(view.structure, before), plan, now);
  const title = view.structure.page.sections.find(({ anchor }) => anchor === section)?.title;
  const parts = [
    say(said.planned, { time: time(total) }),
    took > 0 && say(isOver ? said.took : said.soFar, { time: time(took) }),
    isOver && (late > 0 ? say(said.more, { time: time(late) }) : said.within),
    !isOver && say(said.expected, { when: format(end) }),
    !isOver && (late > 0 ? say(said.late, { time: time(late) }) : said.onTime),
    earlier && earlier.section === '' && say(said.last, { time: time(earlier.took) }),
  ];
  return {
    label: title === undefined ? said.title : say(said.of, { section: title }),
    text: parts.filter(Boolean).join(' · '),
  };
}

/**
 * What an author planned beside what happens, for summary, paper and exports alike: the times, the latest times to roll back, and how much
 * each role has done, with who holds it. `now` and what `format` is given: minutes since 1970.
 */
export function describePlan(
  view: View,
  plan: Plan | undefined,
  words: Words,
  { now, format }: { now: number; format: (minute: number) => string },
): PlanLine[] {
  if (plan === undefined || view.run === undefined) return [];
  const { plan: said, bar, timeline } = words;
  const pace = describePace(view, plan, words, now, format);
  const calls = findLastCalls(view, plan, offsetHere).map((call) => ({
    label: latestText(call, said, format),
    text: say(said.because, {
      section: call.title,
      takes: durationText(call.takes, timeline),
      end: format(call.windowEnd),
    }),
  }));
  const holders = findHolders(view.structure.page, namedRoles(plan), view.state);
  const roles = countRoles(view, plan).map(({ role, done, total }) => {
    const name = holders.get(role);
    const shown = role === '' ? said.nobody : name === undefined ? role : say(said.held, { role, name });
    return `${shown}: ${say(bar.done, { done, total })}`;
  });
  const named = Object.keys(plan.roles).length > 0;
  return [
    ...(pace ? [pace] : []),
    ...calls,
    ...(named && roles.length > 0 ? [{ label: said.roles, text: roles.join(' · ') }] : []),
  ];
}
