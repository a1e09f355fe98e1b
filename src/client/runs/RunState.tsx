import { titleOf } from '~/core/page/title-of';
import { findFailures } from '~/core/run/failures';
import type { Run } from '~/core/run/run';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { statusText } from '~/words/status-text';
import { endOf, failedOf, tallyParts } from '~/client/text/tally';
import RunLink from './RunLink';

interface Props {
  run: Run;
  /** Undefined until the run's page has been fetched, and where the site no longer has it. */
  view: View | undefined;
  words: Words;
}

/** The number of items that failed: a link to the first of them, as in the run bar, where the run's page is there. */
function FailedState({ run, view, words }: Props) {
  const n = failedOf(run, view);
  const first = view && findFailures(view)[0];
  if (n === 0) return null;
  const text = say(words.bar.failed, { n });
  if (first === undefined) return <b class="failed">{text}</b>;
  return (
    <RunLink run={run} anchor={first.id} class="failed">
      {text}
    </RunLink>
  );
}

/** The state of a listed run: its status, the contingency that is on unless the run has ended, its tally, and how many items failed. */
export default function RunState({ run, view, words }: Props) {
  const alarm = endOf(run) === undefined ? view?.alarm : undefined;
  return (
    <>
      {view && (
        <b class="run-status" data-status={view.status.kind}>
          {statusText(view, words.status)}
        </b>
      )}
      {view && alarm && (
        <b class="failed">{say(words.runs.alarm, { section: titleOf(view.structure, alarm.section) })}</b>
      )}
      <span>{tallyParts(run, view, words).join(' · ')}</span>
      <FailedState run={run} view={view} words={words} />
    </>
  );
}
