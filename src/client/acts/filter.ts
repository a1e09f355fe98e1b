import { prefer } from '~/stores/preferences';
import { setPreference } from '~/stores/set-preference';
import { announce } from './announce';
import { keepPlace } from './keep-place';
import { loadWords } from '~/words/load';

/** Shows all items or the open ones only, and leaves what the reader is looking at where it is on the screen. */
export async function toggleFilter(): Promise<void> {
  const filter = prefer('filter') === 'open' ? '' : 'open';
  keepPlace(() => setPreference('filter', filter));
  for (const button of document.querySelectorAll('[data-act=filter]')) {
    button.setAttribute('aria-pressed', String(filter === 'open'));
  }
  const words = await loadWords();
  announce(filter === 'open' ? words.menu.openOnly : words.menu.all);
}
