/**
 * Calls a function whenever the page is looked at again: when the browser's Back brings it as it was left, and when it comes back into view.
 * It may have missed other tabs, and the hours that it names may be another day's. Returns the function that stops this.
 */
export function followReturns(reread: () => void): () => void {
  const end = new AbortController();
  addEventListener('pageshow', ({ persisted }) => persisted && reread(), end);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && reread(), end);
  return () => end.abort();
}
