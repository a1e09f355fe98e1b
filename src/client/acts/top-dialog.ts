/** The dialogs that the page has opened and not taken away, in that order. */
const opened = new Set<HTMLDialogElement>();

/** Notes that a dialog is opened, and returns how to forget it when it is taken away. */
export function noteDialog(dialog: HTMLDialogElement): () => void {
  opened.add(dialog);
  return () => void opened.delete(dialog);
}

/**
 * The open dialog that lies above everything else. The page itself is not asked: looking through two thousand rows for a dialog would
 * take longer than all else that a tick says.
 */
export const topDialog = (): HTMLDialogElement | undefined => [...opened].findLast(({ open }) => open);
