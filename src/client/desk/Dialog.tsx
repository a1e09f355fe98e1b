import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useModal } from '~/client/acts/use-modal';

interface Props {
  title: string;
  /** Marks a dialog that is read from its title on: the title has the focus, and the class says how it looks. */
  kind?: 'summary';
  /** Called once the dialog has closed, by Escape or by `leave`. */
  close: () => void;
  /** The label of the closing button at the end; undefined where the dialog has buttons of its own. */
  closeWord?: string;
  /** The content of the dialog; it is given the function that closes it. */
  children: (leave: () => void) => ComponentChildren;
}

/** A modal dialog with a title: it opens at once, and gives the focus to the first thing marked `autofocus`, else its first control. */
export default function Dialog({ title, kind, close, closeWord, children }: Props) {
  const { dialog, leave } = useModal();
  useLayoutEffect(() => {
    const first = kind === undefined ? 'input[data-select]' : 'h2';
    const wanted = dialog.current?.querySelector<HTMLElement>(first);
    wanted?.focus();
    if (wanted instanceof HTMLInputElement) wanted.select();
  }, []);
  return (
    <dialog class={`dialog ${kind ?? ''}`.trim()} aria-labelledby="ui:dialog-title" ref={dialog} onClose={close}>
      <h2 id="ui:dialog-title" tabIndex={kind && -1}>
        {title}
      </h2>
      {children(leave)}
      {closeWord && (
        <p class="choices end">
          <button type="button" class={`button ${kind ? 'main' : ''}`.trim()} onClick={leave}>
            {closeWord}
          </button>
        </p>
      )}
    </dialog>
  );
}
