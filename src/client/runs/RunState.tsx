import type { Run } from '~/core/run/run';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { statusText } from '~/client/text/status-text';
import { failedOf, tallyParts } from '~/client/text/tally';

interface Props {
  run: Run;
  /** Undefined until the run's page has been fetched, and where the site no longer has it. */
  view: View | undefined;
  /** The title of the contingency that is on, if any is to be named. */
  alarm: string | undefined;
  words: Words;
}

/** The state of a listed run: its status, the contingency that is on, its tally, and how many items failed. */
export default function RunState({ run, view, alarm, words }: Props) {
  const failed = failedOf(run, view);
  return (
    <>
      {view && (
        <b class="run-status" data-status={view.status.kind}>
          {statusText(view, words.status)}
        </b>
      )}
      {alarm !== undefined && <b class="failed">{say(words.runs.alarm, { section: alarm })}</b>}
      <span>{tallyParts(run, view, words).join(' · ')}</span>
      {failed > 0 && <b class="failed">{say(words.bar.failed, { n: failed })}</b>}
    </>
  );
}
