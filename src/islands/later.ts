import { prefer, setPreference } from '~/stores/preferences';
import { loadWords } from '~/words/load';
import { heedSearchIntent } from './search-intent';

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
  heedSearchIntent();
  if (document.querySelector('[data-uses]') !== null) {
    void Promise.all([import('./paint-uses'), loadWords()]).then(([{ paintUses }, words]) => paintUses(words));
  }
}
