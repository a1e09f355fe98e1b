import { prefer, setPreference } from '~/stores/preferences';
import { loadWords } from '~/words/load';
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
  heedIntent();
  if (document.querySelector('[data-uses]') !== null) {
    void Promise.all([import('./paint-uses'), loadWords()]).then(([{ paintUses }, words]) => paintUses(words));
  }
  // A reader who saves data gets nothing that was not asked for. In development nothing is kept.
  const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
  if (import.meta.env.PROD && 'serviceWorker' in navigator && !saves) {
    import('./offline').then(({ goOffline }) => goOffline()).catch(() => undefined);
  }
}
