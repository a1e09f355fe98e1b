import { titleOf } from '~/core/page/title-of';
import { countRoles, expectEnd, planSection } from '~/core/plan/plan';
import { keys } from '~/core/run/entry';
import { answersOf, judgeHold } from '~/core/run/holds';
import { valueOf } from '~/core/run/run';
import type { View } from '~/core/run/view';
import { nowMinute } from '~/stores/clock';
import { readPlan } from '~/client/desk/read-plan';
import { durationText } from '~/client/text/duration-text';
import { whenOf } from '~/client/text/when-text';
import type { Words } from '~/words/en';
import { say } from '~/words/say';

interface Props {
  view: View;
  words: Words;
}

/** The items that failed, with the notes about them. */
export function Failures({ view, words }: Props) {
  const failed = view.failures;
  if (failed.length === 0) return null;
  return (
    <>
      <h3>{words.summary.failed}</h3>
      <ul class="failures">
        {failed.map(({ id, text }) => {
          const [entry, note] = [view.state.get(keys.mark(id)), valueOf(view.state, keys.note(id))];
          return (
            <li key={id}>
              {text} <small>{entry && `${whenOf(entry.at, nowMinute())} ${entry.by}`.trim()}</small>
              {note !== '' && <p>{note}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The planned time, the expected end and how late that is, and how much each role has done. */
export function Planned({ view: { structure, run, marks, status }, words }: Props) {
  const plan = readPlan(document);
  if (plan === undefined || run === undefined) return null;
  const planned = planSection(structure, plan, '', marks);
  const now = nowMinute();
  const { end, late } = expectEnd(planned, run.start, now);
  const isOver = status.kind === 'ended' || status.kind === 'complete';
  const roles = countRoles(plan, marks).map(
    ({ role, done, total }) => `${role}: ${say(words.bar.done, { done, total })}`,
  );
  const parts = [
    ...(planned.total > 0 ? [`${words.timeline.planned}: ${durationText(planned.total, words.timeline)}`] : []),
    ...(planned.total > 0 && !isOver ? [say(words.summary.expected, { when: whenOf(end, now) })] : []),
    ...(planned.total > 0 && !isOver && late > 0
      ? [say(words.summary.late, { time: durationText(late, words.timeline) })]
      : []),
    ...roles,
  ];
  return <p class="soft">{parts.join(' · ')}</p>;
}

/** Each hold with the answers of its roles. */
export function Holds({ view: { structure, state }, words }: Props) {
  const asked = structure.page.holds.filter((hold) => answersOf(state, hold).some(({ answer }) => answer !== ''));
  if (asked.length === 0) return null;
  return (
    <>
      <h3>{words.summary.holds}</h3>
      <ul class="failures">
        {asked.map((hold) => (
          <li key={hold.after}>
            {titleOf(structure, hold.after)}:{' '}
            <b data-verdict={judgeHold(state, hold)}>{words.export.verdicts[judgeHold(state, hold)]}</b>{' '}
            <small>
              {answersOf(state, hold)
                .map(({ role, answer, entry }) => `${role}: ${words.export.answers[answer]} ${entry?.by ?? ''}`.trim())
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
