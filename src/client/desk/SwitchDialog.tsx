import { settleEntries } from '~/core/run/moving';
import { addEntries, type Run } from '~/core/run/run';
import { viewRun } from '~/core/run/view';
import { chooseRun } from '~/stores/acts';
import { $own, $view } from '~/stores/run';
import { $naming, nameKnown } from '~/stores/strangers';
import { listRuns } from '~/stores/shelf-list';
import { $looking } from '~/stores/visitor';
import { sayOutcome } from '~/client/acts/say-outcome';
import { say } from '~/words/say';
import { doneText } from '~/words/progress-text';
import { titleOfRun } from '~/client/text/run-title';
import { statusText } from '~/words/status-text';
import { fullTimeOf } from '~/client/text/when-text';
import type { PanelProps } from './panel-props';
import Dialog from './Dialog';

/** The runs of this page in this browser, newest first: choosing one shows it. */
export default function SwitchDialog({ words, close }: PanelProps) {
  const { structure } = $view.get();
  const choose = (run: Run, title: string) => {
    void sayOutcome(chooseRun(run), say(words.switch.switched, { title }));
  };
  return (
    <Dialog title={words.menu.switch} close={close} closeWord={words.dialog.close}>
      {(leave) => (
        <ul class="hits">
          {listRuns(structure.page.id).map(({ run }) => {
            const named = nameKnown(run, structure, $naming.get());
            const view = viewRun(structure, addEntries(named, settleEntries(structure, named)));
            const title = titleOfRun(run);
            const isShown = $looking.get() === undefined && run.id === $own.get()?.id;
            return (
              <li key={run.id}>
                <button
                  type="button"
                  aria-current={isShown || undefined}
                  onClick={() => {
                    leave();
                    choose(run, title);
                  }}
                >
                  <b>{title}</b>
                  <small>
                    {fullTimeOf(run.start)} · {statusText(view, words.status)} · {doneText(view.counted, words.bar)}
                    {isShown && ` · ${words.switch.shown}`}
                  </small>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}
