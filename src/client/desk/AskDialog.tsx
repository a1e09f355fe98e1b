import { useStore } from '@nanostores/preact';
import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { $view } from '~/stores/run';
import { say } from '~/words/say';
import type { Question } from './question';
import type { PanelProps } from './panel-props';
import Dialog from './Dialog';
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

/**
 * A dialog with a line, or lines, to fill in: Enter answers, Escape cancels. What others write meanwhile takes the place of a text that the
 * reader has not changed, and is told above one that would replace it.
 */
export default function AskDialog({ question, answer, words, close }: Props) {
  const { title, label, value, hasLines = false, now = () => value } = question;
  useStore($view);
  const current = now();
  const [known, setKnown] = useState(value);
  const input = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  // A line cannot hold line breaks: a text that has them keeps them unless the reader changes it.
  const asShown = (text: string) => (hasLines ? text : text.replace(/[\r\n]/g, ''));
  useLayoutEffect(() => {
    if (current === known || input.current?.value !== asShown(known)) return;
    input.current.value = asShown(current);
    setKnown(current);
  }, [current]);
  const take = (written: string) => answer(written === asShown(known) ? known : written);
  return (
    <Dialog title={title} close={close}>
      {(leave) => (
        <form
          method="dialog"
          onSubmit={({ currentTarget }) => take(String(new FormData(currentTarget).get('answer') ?? ''))}
        >
          <label class="line">
            {label}
            {hasLines ? (
              <textarea
                name="answer"
                rows={3}
                defaultValue={value}
                maxLength={600}
                onKeyDown={answerByEnter}
                ref={(made) => void (input.current = made)}
              />
            ) : (
              <input
                type="text"
                name="answer"
                data-select
                defaultValue={value}
                maxLength={600}
                autocomplete="off"
                ref={(made) => void (input.current = made)}
              />
            )}
          </label>
          {current !== known && (
            <p class="trouble" role="status">
              {current === '' ? words.dialog.emptied : say(words.dialog.meanwhile, { text: current })}
            </p>
          )}
          <SubmitOrCancel submit={words.dialog.save} words={words.dialog} leave={leave} />
        </form>
      )}
    </Dialog>
  );
}
