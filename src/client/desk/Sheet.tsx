import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  title: string;
  /** Called once the dialog has closed, by Escape or by `leave`. */
  close: () => void;
  /** The label of the closing button at the end; undefined where the dialog has buttons of its own. */
  closeWord?: string;
  /** The content of the dialog; it is given the function that closes it. */
  children: (leave: () => void) => ComponentChildren;
}

/** A modal dialog with a title: it opens at once, and gives the focus to the first thing marked `autofocus`, else its first control. */
export default function Sheet({ title, close, closeWord, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = () => dialog.current?.close();
  useLayoutEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLInputElement>('input[data-select]')?.select();
  }, []);
  return (
    <dialog class="sheet" aria-labelledby="ui:sheet-title" ref={dialog} onClose={close}>
      <h2 id="ui:sheet-title">{title}</h2>
      {children(leave)}
      {closeWord && (
        <p class="choices end">
          <button type="button" class="button" onClick={leave}>
            {closeWord}
          </button>
        </p>
      )}
    </dialog>
  );
}
