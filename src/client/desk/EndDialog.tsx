import { useStore } from '@nanostores/preact';
import { describeEnding, type Ending } from '~/core/run/describe-ending';
import { findEnd } from '~/core/run/ending';
import { endRun } from '~/stores/acts';
import { $view } from '~/stores/run';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { sayOutcome } from '~/client/acts/say-outcome';
import type { PanelProps } from './panel-props';
import Dialog from './Dialog';
import { endingText } from '~/client/text/tally';

/** The number of open items that are named; the rest are only counted. */
const named = 8;

function describe({ kind, items, open, failed }: Ending, { end }: Words): string {
  if (kind === 'open') return say(end.open, { n: open.length, total: items });
  return kind === 'complete' ? end.complete : say(end.failed, { n: failed });
}

/** Ends the run: first reports its state, and names the items that are still open. */
export default function EndDialog({ words, close }: PanelProps) {
  // Others may go on while it is read.
  const view = useStore($view);
  const ending = describeEnding(view.structure, view.state);
  const more = ending.open.length - named;
  const ended = say(words.end.ended, { how: endingText(view, words.runs) });
  if (findEnd(view.state)) {
    return (
      <Dialog title={words.menu.end} close={close} closeWord={words.dialog.close}>
        {() => <p role="status">{ended}</p>}
      </Dialog>
    );
  }
  return (
    <Dialog title={words.menu.end} close={close}>
      {(leave) => (
        <>
          <p>{describe(ending, words)}</p>
          {ending.open.length > 0 && (
            <ul>
              {ending.open.slice(0, named).map(({ id, text }) => (
                <li key={id}>
                  <a href={`#${id}`} onClick={leave}>
                    {text}
                  </a>
                </li>
              ))}
              {more > 0 && <li>{say(words.end.more, { n: more })}</li>}
            </ul>
          )}
          <p class="choices">
            <button
              type="button"
              class="button main"
              onClick={() => {
                void sayOutcome(endRun(true), ended);
                leave();
              }}
            >
              {ending.kind === 'open' ? words.end.anyway : words.menu.end}
            </button>
            <button type="button" class="button" onClick={leave}>
              {words.dialog.cancel}
            </button>
          </p>
        </>
      )}
    </Dialog>
  );
}
