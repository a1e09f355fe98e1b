import { loadPaperStyles } from './load-paper-styles';
import { hasArrival } from './arrival';
import { onFirstIntent } from './first-intent';
import { mayHoldRun } from './may-hold-run';
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
// A link to a run was opened where no run is made, or its "#" was escaped: some hosts answer every address with a page.
const { pathname, search, hash } = location;
if (mayHoldRun(document.querySelector('[data-page]') ? pathname : pathname + search + hash)) {
  void import('~/client/not-found/find-page-of-link').then(({ findPageOfLink }) => findPageOfLink());
}

// An address may ask for a search: "?q=roll+back".
const asked = new URLSearchParams(search).get('q');
if (asked !== null) openSearch(asked);

// A reader who came from a search result finds its words marked.
if (hasArrival()) void import('~/client/search/arrive').then(({ arrive }) => arrive());

addEventListener('beforeprint', loadPaperStyles);
onFirstIntent(() => import('~/client/late/start-late').then(({ startLate }) => startLate()));
