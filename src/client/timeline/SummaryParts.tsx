import { titleOf } from '~/core/page/title-of';
import { keys } from '~/core/run/entry';
import { findFailures } from '~/core/run/failures';
import { answersOf, judgeHold } from '~/core/run/holds';
import { valueOf } from '~/core/run/run';
import type { View } from '~/core/run/view';
import { nowMinute } from '~/stores/clock';
import { earlierRun } from '~/stores/earlier-run';
import { planOf } from '~/client/desk/read-plan';
import { describePlan, joinParts } from '~/words/plan-text';
import { whenAndWho } from '~/client/text/when-and-who';
import { offsetHere, whenOf } from '~/client/text/when-text';
import type { Words } from '~/words/en';

interface Props {
  view: View;
  words: Words;
}

/** The items that failed, with the notes about them. */
export function Failures({ view, words }: Props) {
  const failed = findFailures(view);
  if (failed.length === 0) return null;
  return (
    <>
      <h3>{words.summary.failed}</h3>
      <ul class="failures">
        {failed.map(({ id, text }) => {
          const [entry, note] = [view.state.get(keys.mark(id)), valueOf(view.state, keys.note(id))];
          return (
            <li key={id}>
              {text} <small>{entry && whenAndWho(entry, (minute) => whenOf(minute, nowMinute()))}</small>
              {note !== '' && <p>{note}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The plan beside what happens, the latest times to roll back, and how much each role has done, and who holds it. */
export function Planned({ view, words }: Props) {
  const now = nowMinute();
  const plan = planOf(view.structure);
  const lines = describePlan(view, plan, words, {
    now,
    format: (minute) => whenOf(minute, now),
    offsetAt: offsetHere,
    earlier: view.run && earlierRun(view.run),
  });
  return (
    <>
      {lines.map((line) => (
        <p key={line.label} class="soft">
          <b>{line.label}:</b> {joinParts(line)}
        </p>
      ))}
    </>
  );
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
