/*
 * Parts that load on demand may fail: the network is gone, or the site was published anew and its files have other names. Or they do not
 * come, and do not fail either. Then the page says so, in words that it holds itself, and offers to reload; the run is kept.
 */

/** The words of browsers for a module that could not be loaded (Chromium and Firefox, Safari), and for any other file. */
const missing =
  /dynamically imported module|Importing a module script failed|Failed to fetch|Load failed|NetworkError/i;

/** What a reader waits for is late after this time, in milliseconds. */
const patience = 5000;

/** The box in which every page says so, beside the button that loads it again. */
const findBox = () => document.getElementById('ui:missing');

function tell(what: 'missing' | 'late'): void {
  const box = findBox();
  const status = box?.querySelector('p');
  // What is missing stays told: this page will not get it any more.
  if (!box || !status || box.dataset.told === 'missing') return;
  box.hidden = false;
  box.dataset.told = what;
  // After a frame: a live region must be there before its words are.
  requestAnimationFrame(() => (status.textContent = status.dataset[what] ?? ''));
}

/** The number of parts that are late now. */
let lateParts = 0;

/** Passes on what a reader waits for. While any such part is late, the page says so: a network may be gone without a word. */
export async function sayIfLate<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  let isLate = false;
  const waiting = setTimeout(() => {
    isLate = true;
    lateParts++;
    tell('late');
  }, patience);
  return loading.finally(() => {
    clearTimeout(waiting);
    if (isLate) lateParts--;
    if (lateParts === 0) document.querySelector('[data-told=late]')?.setAttribute('hidden', '');
  });
}

/** Watches all loading on demand, wherever it was asked for, and reports failures. */
export function watchMissing(): void {
  addEventListener('unhandledrejection', (event) => {
    if (!(event.reason instanceof Error) || !missing.test(event.reason.message)) return;
    event.preventDefault();
    tell('missing');
  });
  addEventListener('astro:hydration-error', () => tell('missing'));
  findBox()
    ?.querySelector('button')
    ?.addEventListener('click', () => location.reload());
}
