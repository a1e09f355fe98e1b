import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { noteDialog } from './top-dialog';

/** Opens a dialog at once, before Escape can be pressed on a page that only looks as if it were open; `leave` closes it. */
export function useModal(): { dialog: RefObject<HTMLDialogElement>; leave: () => void } {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return current ? noteDialog(current) : undefined;
  }, []);
  return { dialog, leave: () => dialog.current?.close() };
}
