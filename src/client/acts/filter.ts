import { prefer, setPreference } from '~/stores/preferences';
import { announce } from './announce';
import { loadWords } from '~/words/load';

/** The first row below the run bar: what the reader is looking at. */
function findPlace(): HTMLElement | undefined {
  const edge = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
  const places = document.querySelectorAll<HTMLElement>(
    'main :is(h2, h3, h4), .item:not([data-mark=done], [data-mark=skipped])',
  );
  return [...places].find((place) => place.checkVisibility() && place.getBoundingClientRect().top >= edge);
}

/** Shows all items or the open ones only, and leaves what the reader is looking at where it is on the screen. */
export async function toggleFilter(): Promise<void> {
  const place = findPlace();
  const before = place?.getBoundingClientRect().top ?? 0;
  const filter = prefer('filter') === 'open' ? '' : 'open';
  setPreference('filter', filter);
  if (place) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: 'instant' });
  for (const button of document.querySelectorAll('[data-act=filter]')) {
    button.setAttribute('aria-pressed', String(filter === 'open'));
  }
  const words = await loadWords();
  announce(filter === 'open' ? words.menu.openOnly : words.menu.all);
}
