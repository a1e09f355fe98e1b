/*
 * Parts that load on demand may fail: the network is gone, or the site was published anew and its files have other names. Then the
 * page says so, in words that it holds itself, and offers to reload; the run is kept.
 */

/** The words of browsers for a module that could not be loaded: Chromium, Firefox, Safari. */
const missing =
  /dynamically imported module|Importing a module script failed|error loading|Failed to fetch|Load failed|NetworkError/i;

/** Says that something could not be loaded, beside the button that loads the page again. */
export function tellMissing(): void {
  const box = document.getElementById('ui:missing');
  const status = box?.querySelector<HTMLElement>('[role=status]');
  if (!box || !status) return;
  box.hidden = false;
  // After a frame: a live region must be there before its words are.
  requestAnimationFrame(() => (status.textContent = status.dataset.words ?? ''));
}

/** Watches all loading on demand, wherever it was asked for, and reports failures. */
export function watchMissing(): void {
  addEventListener('unhandledrejection', (event) => {
    if (!(event.reason instanceof Error) || !missing.test(event.reason.message)) return;
    event.preventDefault();
    tellMissing();
  });
  addEventListener('astro:hydration-error', tellMissing);
  document.querySelector('[id="ui:missing"] button')?.addEventListener('click', () => location.reload());
}
