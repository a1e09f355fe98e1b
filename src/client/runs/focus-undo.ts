/** Moves the focus to the bar's "Undo", once what had it is gone from the page. */
export const focusUndo = (): void => document.querySelector<HTMLElement>('.runs-bar .undo')?.focus();
