/** Runs something once the page has nothing better to do. Safari has no requestIdleCallback. */
export const whenFree = (run: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run);
  else setTimeout(run, 300);
};
