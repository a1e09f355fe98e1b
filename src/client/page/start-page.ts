import { dressForPaper } from './load-paper-styles';
import { onFirstIntent } from './first-intent';
import { watchMissing } from './tell-missing';

/* What every page does, with or without a checklist: it opens the search, prints, and gets ready once somebody is there. */

const openSearch = () => import('~/client/search/open-search').then((search) => search.openSearch());

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-search]')) void openSearch();
});

watchMissing();
// Some hosts answer every address with a page: a link whose "#" was escaped is repaired from whichever.
if (/%(?:25)*23run/i.test(location.pathname)) {
  void import('~/client/not-found/start-not-found').then(({ repairLink }) => repairLink());
}
addEventListener('beforeprint', dressForPaper);
onFirstIntent(() => import('~/client/late/start-late').then(({ startLater }) => startLater()));
