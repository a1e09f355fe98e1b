import type { TargetedKeyboardEvent } from 'preact';
import type { Question } from './question';
import type { PanelProps } from './panel-props';
import Sheet from './Sheet';
import SubmitOrCancel from './SubmitOrCancel';

interface Props extends PanelProps {
  question: Question;
  /** Called with the text that was written, even an empty one; not called when the question was cancelled. */
  answer: (text: string) => void;
}

/** Lets Enter answer, and Shift with it begin a new line; on a touch screen, where there is no Shift to hold, Enter begins one. */
function answerByEnter(event: TargetedKeyboardEvent<HTMLTextAreaElement>): void {
  const isPlain = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
  if (!isPlain || matchMedia('(pointer: coarse)').matches) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** A dialog with a line, or lines, to fill in: Enter answers, Escape cancels. */
export default function AskDialog({ question, answer, words, close }: Props) {
  const { title, label, value, hasLines = false } = question;
  // A line cannot hold line breaks: a text that has them keeps them unless the reader changes it.
  const shown = hasLines ? value : value.replace(/[\r\n]/g, '');
  const take = (written: string) => answer(written === shown ? value : written);
  return (
    <Sheet title={title} close={close}>
      {(leave) => (
        <form
          method="dialog"
          onSubmit={({ currentTarget }) => take(String(new FormData(currentTarget).get('answer') ?? ''))}
        >
          <label class="line">
            {label}
            {hasLines ? (
              <textarea name="answer" rows={3} defaultValue={value} maxLength={600} onKeyDown={answerByEnter} />
            ) : (
              <input type="text" name="answer" data-select defaultValue={value} maxLength={600} autocomplete="off" />
            )}
          </label>
          <SubmitOrCancel submit={words.dialog.save} words={words.dialog} leave={leave} />
        </form>
      )}
    </Sheet>
  );
}
