import { dressForPaper } from './load-paper-styles';
import { onFirstIntent } from './first-intent';

/* What every page does, with or without a checklist: it opens the search, prints, and gets ready once somebody is there. */

const openSearch = () => import('~/client/search/open-search').then((search) => search.openSearch());

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-search]')) void openSearch();
});

addEventListener('beforeprint', dressForPaper);
onFirstIntent(() => import('~/client/late/start-late').then(({ startLater }) => startLater()));
