/**
 * Calls a function whenever what it shows of storage may have changed: another tab has written something, or the browser's Back brings
 * the page as it was left.
 */
export function followStorage(show: () => void): void {
  addEventListener('storage', ({ storageArea }) => storageArea === localStorage && show());
  addEventListener('pageshow', ({ persisted }) => persisted && show());
}
