import { loadPaperStyles } from './load-paper-styles';
import { hasArrival } from './arrival';
import { onFirstIntent } from './first-intent';
import { watchMissing } from './tell-missing';
import { unlessEscaped } from './unless-escaped';

/* Runs on every page, with or without a checklist: opens the search, prints, and gets ready once somebody uses the page. */

/** Opens the search, with words in it if there are any. Its files are on their way together with its dialog. */
function openSearch(typed = ''): void {
  import('~/client/acts/search-preload').then(({ preloadSearch }) => preloadSearch()).catch(() => undefined);
  void unlessEscaped(import('~/client/search/open-search')).then((search) => search?.openSearch(() => typed));
}

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-search]')) openSearch();
});
// Its button was pressed before this script came (before-paint.ts has marked it).
if (document.querySelector('[data-search][data-pressed]')) openSearch();

watchMissing();
// Some hosts answer every address with a page: a link whose "#" was escaped is repaired from any of them.
if (/%(?:25)*23run/i.test(location.pathname)) {
  void import('~/client/not-found/start-not-found').then(({ repairLink }) => repairLink());
}

// A link to a run was opened where no run is made: the page that it is of is offered.
if (/^#+run[=%]/i.test(location.hash) && document.querySelector('[data-page]') === null) {
  void import('~/client/not-found/offer-page').then(({ offerPage }) => offerPage());
}

// An address may ask for a search: "?q=roll+back".
const asked = new URLSearchParams(location.search).get('q');
if (asked !== null) openSearch(asked);

// A reader who came from a search result finds its words marked.
if (hasArrival()) void import('~/client/search/arrive').then(({ arrive }) => arrive());

addEventListener('beforeprint', loadPaperStyles);
onFirstIntent(() => import('~/client/late/start-late').then(({ startLater }) => startLater()));
