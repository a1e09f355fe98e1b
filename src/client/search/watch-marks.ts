/** The time for which changes are gathered, in milliseconds: one act may change many marks. */
const gathering = 50;

/**
 * Calls `changed` once marks have changed: on this page, by whatever way, or in another tab; and once the network is back, because what
 * could not be loaded may be there now. Returns the way to stop.
 */
export function watchMarks(changed: () => void): () => void {
  const over = new AbortController();
  let timer: number | undefined;
  const note = () => {
    clearTimeout(timer);
    timer = window.setTimeout(changed, gathering);
  };
  addEventListener('storage', note, over);
  addEventListener('online', note, over);
  const rows = new MutationObserver(note);
  const main = document.querySelector('main');
  if (main) rows.observe(main, { subtree: true, attributeFilter: ['data-mark'] });
  return () => {
    over.abort();
    rows.disconnect();
    clearTimeout(timer);
  };
}
