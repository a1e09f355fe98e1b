import type { Question } from './question';
import type { PanelProps } from './panel-props';
import Sheet from './Sheet';

interface Props extends PanelProps {
  question: Question;
  /** Told what was written, be it nothing; not told when the question was cancelled. */
  answer: (text: string) => void;
}

/** A dialog with one line to fill in: Enter answers, Escape cancels. */
export default function AskDialog({ question: { title, label, value }, answer, words, close }: Props) {
  // A line has no line breaks: a text that has them, and that nobody changed, keeps its own.
  const shown = value.replace(/[\r\n]/g, '');
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
            <input type="text" name="answer" data-select defaultValue={value} maxLength={600} autocomplete="off" />
          </label>
          <p class="choices">
            <button type="submit" class="button main">
              {words.dialog.save}
            </button>
            <button type="button" class="button" onClick={leave}>
              {words.dialog.cancel}
            </button>
          </p>
        </form>
      )}
    </Sheet>
  );
}
