import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Opens a dialog at once, before Escape can be pressed on a page that only looks as if it were open; `leave` closes it. */
export function useModal(): { dialog: RefObject<HTMLDialogElement>; leave: () => void } {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return { dialog, leave: () => dialog.current?.close() };
}
