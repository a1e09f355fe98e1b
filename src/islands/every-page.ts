import { $status } from '~/stores/status';
import { onFirstIntent } from './first-intent';

/* What every page does, with or without a checklist: it opens the search, and says what happens. */

const openSearch = () => import('./open-panel').then((panels) => panels.openSearch());

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-search]')) void openSearch();
});

const status = document.getElementById('status');
let fading: ReturnType<typeof setTimeout> | undefined;
$status.listen((said) => {
  if (status === null) return;
  clearTimeout(fading);
  delete status.dataset.faded;
  status.textContent = said;
  fading = setTimeout(() => (status.dataset.faded = ''), 6000);
});

onFirstIntent(() => import('./later').then(({ startLater }) => startLater()));
