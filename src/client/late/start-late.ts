import { prefer } from '~/stores/preferences';
import { setPreference } from '~/stores/set-preference';
import { $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { clearOfBar } from './clear-of-bar';
import { fetchAhead } from './fetch-ahead';
import { watchSearchIntent } from './search-intent';

/** The themes, in the order of the foot's choices. */
const themes = ['', 'light', 'dark'] as const;

/** Offers the choice of themes at the foot of the page. */
async function offerThemes(): Promise<void> {
  const { foot: words } = await loadWords();
  const names = [words.system, words.light, words.dark];
  const choice = Object.assign(document.createElement('select'), { className: 'button' });
  choice.append(...names.map((name) => new Option(name)));
  choice.selectedIndex = Math.max(
    0,
    themes.findIndex((theme) => theme === prefer('theme')),
  );
  choice.addEventListener('change', () => setPreference('theme', themes[choice.selectedIndex] ?? ''));
  const label = document.createElement('label');
  label.append(`${words.theme} `, choice);
  document.querySelector('footer.foot')?.append(label);
}

/** Closes the drawer of contents once somebody has gone to a section. */
function closeContents(): void {
  const contents = document.getElementById('ui:contents');
  contents?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a') && contents.matches(':popover-open')) contents.hidePopover();
  });
}

/** Loads the styles for paper and high contrast, by the link that is there for readers without scripts. */
function loadOtherMedia(): void {
  document.head.insertAdjacentHTML('beforeend', document.querySelector('noscript')?.textContent ?? '');
}

/** The delay before the offline copy is fetched, in milliseconds: half a megabyte must not hold up a first search. */
const afterwards = 3000;

/** Says at each hold how its section stands; once there is a run, the checklist does so itself. */
async function showHolds(checklist: HTMLElement): Promise<void> {
  const { reflectHolds } = await import('~/client/follow/reflect-holds');
  await reflectHolds(checklist, $view.get());
}

/** Starts what every page can wait for until somebody uses it: room below the bar, paper, panels, themes, keys, the copy that works offline. */
export async function startLate(): Promise<void> {
  loadOtherMedia();
  void loadPanelStyles();
  void offerThemes();
  clearOfBar();
  if (document.querySelector('main pre')) void import('./copy-code').then(({ addCopyButtons }) => addCopyButtons());
  document.addEventListener('pointerover', ({ target }) => {
    // In a summary, which is a control itself, there can be no link.
    const heading = target instanceof Element && target.closest('main :is(h2, h3, h4)[id]:not(summary *)');
    if (heading) void import('./heading-anchor').then(({ showAnchor }) => showAnchor(heading));
  });
  watchSearchIntent();
  if (document.querySelector('[data-uses]') !== null) {
    void Promise.all([import('./paint-uses'), loadWords()]).then(([{ followUses }, words]) => followUses(words));
  }
  if (document.querySelector('[data-does]')) void import('~/client/acts/mine').then(({ offerMine }) => offerMine());
  closeContents();
  void import('./start-reading').then(({ startReading }) => startReading());
  // A reader who saves data gets nothing that was not asked for. In development nothing is kept.
  const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
  if (import.meta.env.PROD && !saves) fetchAhead();
  if (import.meta.env.PROD && 'serviceWorker' in navigator && !saves) {
    setTimeout(() => import('./offline').then(({ goOffline }) => goOffline()).catch(() => undefined), afterwards);
  }
  const checklist = document.querySelector<HTMLElement>('[data-page]');
  if (checklist?.querySelector('[data-hold]')) void showHolds(checklist);
  if (checklist) void import('./watch-returns').then(({ watchReturns }) => watchReturns());
  if (checklist) (await import('~/client/acts/handle-keys')).handleKeys(checklist);
}
