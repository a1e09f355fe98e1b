import { titleOf } from '~/core/page/title-of';
import type { Entry } from '~/core/run/entry';
import { stateOf, type Run } from '~/core/run/run';
import { findEnd } from '~/core/run/ending';
import type { Timeline } from '~/core/timeline/timeline';
import type { Moment } from '~/core/timeline/layout';
import type { Structure } from '~/core/page/structure';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { initialsOf } from '~/client/text/initials';

/** One line of the picture's table. */
export interface Happening {
  entry: Entry;
  section: string;
  what: string;
  /** The mark or the answer, in words. */
  state: string;
  /** Failures, No-go and contingencies stand out. */
  isBad: boolean;
}

/** A short text for a hold's answer or a contingency, beside its line in the picture. */
export function labelMoment(moment: Moment, structure: Structure, words: Words): string {
  if ('alert' in moment) {
    const { section, trigger } = moment.alert;
    return say(words.timeline.on, { section: titleOf(structure, section), trigger: trigger.text });
  }
  const { answer, role, entry } = moment.hold;
  return `${words.hold[answer]} ${role} ${initialsOf(entry.by)}`.trim();
}

/** Tells whether a moment stands out: a contingency, or a No-go. */
export const standsOut = (moment: Moment): boolean => 'alert' in moment || moment.hold.answer === 'no-go';

/** All that the picture shows, in the order of time. */
export function listHappenings(timeline: Timeline, structure: Structure, run: Run, words: Words): Happening[] {
  const { points, holds, alerts, stretches } = timeline;
  const stretchTitle = (anchor: string) => stretches.find(({ section }) => section === anchor)?.title ?? '';
  const end = findEnd(stateOf(run));
  return [
    ...points.map(({ entry, section, item, mark }) => ({
      entry,
      section: stretchTitle(section),
      what: item.text,
      state: words.mark[mark],
      isBad: mark === 'failed',
    })),
    ...holds.map(({ entry, after, role, answer }) => ({
      entry,
      section: titleOf(structure, after) || structure.page.title,
      what: `${words.hold.title}, ${role}`,
      state: words.hold[answer],
      isBad: answer === 'no-go',
    })),
    ...alerts.flatMap(({ section, trigger, on, off }) => {
      const title = titleOf(structure, section);
      const [begins, stops] = [words.timeline.begins, words.timeline.stops];
      const begun = { entry: on, section: title, what: trigger.text, state: `${title}: ${begins}`, isBad: true };
      const stopped = off && { entry: off, section: title, what: title, state: `${title}: ${stops}`, isBad: false };
      return stopped === undefined ? [begun] : [begun, stopped];
    }),
    ...(end === undefined ? [] : [{ entry: end, section: '', what: words.timeline.ended, state: '', isBad: false }]),
  ].toSorted((a, b) => a.entry.at - b.entry.at || a.entry.seq - b.entry.seq);
}
