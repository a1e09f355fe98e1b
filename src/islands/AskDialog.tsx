import { useEffect, useRef } from 'preact/hooks';
import type { Question } from './ask';
import type { PanelProps } from './open-panel';

interface Props extends PanelProps {
  question: Question;
  /** Told what was written, be it nothing; not told when the question was cancelled. */
  answer: (text: string) => void;
}

/** A dialog with one line to fill in: Enter answers, Escape cancels. */
export default function AskDialog({ question: { title, label, value }, answer, words, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    input.current?.select();
  }, []);
  return (
    <dialog class="sheet" ref={dialog} aria-labelledby="ask-title" onClose={close}>
      <form method="dialog" onSubmit={() => answer(input.current?.value ?? '')}>
        <h2 id="ask-title">{title}</h2>
        <label class="line">
          {label}
          <input type="text" ref={input} defaultValue={value} maxLength={600} autocomplete="off" />
        </label>
        <p class="choices">
          <button type="submit" class="button main">
            {words.dialog.save}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {words.dialog.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
