import { prefer, setPreference } from '~/stores/preferences';
import { heedIntent } from './search-intent';

/** The themes, in the order of the foot's choices. */
const themes = ['', 'light', 'dark'] as const;

function offerThemes(): void {
  const choice = document.querySelector<HTMLSelectElement>('[data-themes]');
  if (choice === null) return;
  choice.selectedIndex = themes.indexOf(prefer('theme'));
  choice.addEventListener('change', () => setPreference('theme', themes[choice.selectedIndex] ?? ''));
}

/** Starts what every page can wait for: loaded once the page is there and idle. */
export function startLater(): void {
  offerThemes();
  if (document.querySelector('main pre')) void import('./copy-code').then(({ addCopyButtons }) => addCopyButtons());
  document.addEventListener('pointerover', ({ target }) => {
    const heading = target instanceof Element && target.closest('main :is(h2, h3, h4)[id]');
    if (heading) void import('./heading-anchor').then(({ showAnchor }) => showAnchor(heading));
  });
  heedIntent();
  // A reader who saves data gets nothing that was not asked for. In development nothing is kept.
  const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
  if (import.meta.env.PROD && 'serviceWorker' in navigator && !saves) {
    import('./offline').then(({ goOffline }) => goOffline()).catch(() => undefined);
  }
}
