/** Runs something once the page has nothing better to do. Safari has no requestIdleCallback. */
export const whenFree = (run: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run);
  else setTimeout(run, 300);
};

/** Something to be run when the page is free, once however often it was asked for. */
export function onceFree(run: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    whenFree(() => {
      asked = false;
      run();
    });
  };
}
