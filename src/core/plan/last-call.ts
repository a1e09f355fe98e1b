import type { Plan } from '~/core/page/page';
import { titleOf } from '~/core/page/title-of';
import type { View } from '~/core/run/view';
import type { OffsetAt } from './clock';
import { planSection } from './plan';
import { findWindowEnd } from './window';

/** The latest time at which a contingency can begin and be over before the window ends. Minutes since 1970; `takes`: minutes. */
export interface LastCall {
  section: string;
  title: string;
  takes: number;
  windowEnd: number;
  latest: number;
}

/** The countdown begins this long before the latest time, in minutes. */
export const lastStretch = 30;

const underWay = ['running', 'waiting', 'no-go'];

/** The latest times of a run's contingencies, the earliest first; none of those that are on, and none before or after the run [PL6]. */
export function findLastCalls({ structure, state, alarms, status, marks }: View, plan: Plan, offsetAt: OffsetAt) {
  const { page } = structure;
  const windowEnd = underWay.includes(status.kind) ? findWindowEnd(page, state, offsetAt) : undefined;
  if (windowEnd === undefined) return [];
  return page.contingencies
    .flatMap(({ section }): LastCall[] => {
      const takes = planSection(structure, plan, section, marks).total;
      if (takes === 0 || alarms.some((alarm) => alarm.section === section)) return [];
      return [{ section, title: titleOf(structure, section), takes, windowEnd, latest: windowEnd - takes }];
    })
    .toSorted((a, b) => a.latest - b.latest);
}

/**
 * Counts down to a latest time [PL7]: the minutes that are left, or that it has passed; `undefined` long before it, and
 * once the window is over.
 */
export function countDown({ latest, windowEnd }: LastCall, now: number): { left: number } | 'passed' | undefined {
  if (now < latest - lastStretch || now >= windowEnd) return undefined;
  return now <= latest ? { left: latest - now } : 'passed';
}

/** The next minute at which a countdown changes; `undefined` where none will [PL7]. */
export function nextChange(calls: readonly LastCall[], now: number): number | undefined {
  const changes = calls.flatMap(({ latest, windowEnd }) => {
    if (now < latest - lastStretch) return [latest - lastStretch];
    if (now <= latest) return [now + 1];
    return now < windowEnd ? [windowEnd] : [];
  });
  return changes.length === 0 ? undefined : Math.min(...changes);
}
