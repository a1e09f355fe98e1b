import { useState } from 'preact/hooks';
import { readExport } from '~/core/exchange/read-export';
import { nowMinute } from '~/stores/clock';
import { prefer } from '~/stores/preferences';
import { makeId } from '~/stores/make-id';
import { ownState } from '~/stores/own-state';
import { $view } from '~/stores/run';
import { leftOutTexts } from '~/client/text/left-out-text';
import { findRunFragment } from '~/client/text/run-fragment';
import FileOrPaste, { pastedText } from '~/client/desk/FileOrPaste';
import type { PanelProps } from '~/client/desk/panel-props';
import { withPlan } from '~/client/desk/read-plan';
import { receive } from '~/stores/received';
import { receiveFile, receiveLink } from '~/client/desk/receive-link';
import Dialog from '~/client/desk/Dialog';
import SubmitOrCancel from '~/client/desk/SubmitOrCancel';

/** Takes a run in from a file or from pasted text: JSON, exported Markdown, or a copy of the checklist with its boxes ticked. */
export default function ImportDialog({ words, close }: PanelProps) {
  const [trouble, setTrouble] = useState('');

  const take = async (text: string, leave: () => void) => {
    const { structure } = $view.get();
    const read = readExport(text, withPlan(structure), {
      id: makeId(),
      now: nowMinute(),
      by: prefer('name'),
      state: ownState(),
    });
    // A link may have been pasted in place of a run.
    const link = !read.ok && read.reason === 'no-tasks' ? findRunFragment(text) : undefined;
    if (link !== undefined) {
      leave();
      return receive(await receiveLink(link));
    }
    if (!read.ok) return setTrouble(words.import.refused[read.reason]);
    const { run, leftOut, missing } = read.value;
    if (run.page !== structure.page.id) return setTrouble(words.import.refused['other-checklist']);
    leave();
    receive(await receiveFile(run, leftOutTexts(leftOut, missing, words)));
  };

  return (
    <Dialog title={words.menu.import} close={close}>
      {(leave) => (
        <form
          method="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            void take(pastedText(event.currentTarget), leave);
          }}
        >
          <p>{words.import.what}</p>
          <FileOrPaste words={words.import} rows={6} take={([text = '']) => void take(text, leave)} />
          <p class="trouble" role="alert">
            {trouble}
          </p>
          <SubmitOrCancel submit={words.menu.import} words={words.dialog} leave={leave} />
        </form>
      )}
    </Dialog>
  );
}
