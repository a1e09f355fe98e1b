import { $own, $view, openPage } from '~/stores/run';
import { $trouble } from '~/stores/trouble';
import { $canUndo } from '~/stores/undo';
import { addButtons } from './add-buttons';
import { makeCountReflector } from './counts';
import { takeEarlyChanges } from './early-changes';
import { fill, heedLeaving } from './fields';
import { wantsLive } from './in-room';
import { dropLink, hasLink, isDecided } from './link-in-address';
import { markAndSay } from './mark';
import { readPageWords } from './page-words';
import { readPage } from './read-page';
import { makeReflector } from './reflect';
import { reflectBar } from './reflect-bar';
import { whenFree } from './when-free';

/** Once there is a run, loads what follows it: where it was, what changed on the page since it began, times to propose. */
function followRun(root: HTMLElement, bar: HTMLElement): void {
  let isFollowed = false;
  $own.subscribe((run) => {
    if (run === undefined || isFollowed) return;
    isFollowed = true;
    void import('~/client/follow/resume').then(({ watchPauses }) => watchPauses(bar));
    void import('~/client/follow/say-through').then(({ watchThrough }) => watchThrough(root, bar));
    void import('~/client/follow/paper').then(({ readyPaper }) => readyPaper());
    void import('~/client/follow/page-changes').then(({ followChanges }) => followChanges());
    if (root.querySelector('[data-kind=time]')) {
      void import('~/client/follow/propose-times').then(({ proposeTimes }) => proposeTimes(root));
    }
  });
}

/** Opens a shared run that the address brings, or that waits for a choice since it brought it; follows the address from then on. */
function followLinks(): void {
  const load = () => import('~/client/desk/open-link');
  const [navigation] = performance.getEntriesByType('navigation');
  const cameBack = navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward';
  addEventListener('hashchange', () => {
    if (hasLink()) void load().then(({ followAddress }) => followAddress());
  });
  if (cameBack && isDecided()) dropLink();
  else if (hasLink()) void load().then(({ openLink }) => openLink());
}

/**
 * Makes the page's static checklist live, and its run bar: one listener a kind of event, however many rows. It lives as long
 * as the page. Whatever is not needed for the first tick is imported when it is: Preact too, which only panels need.
 */
export function startChecklist(): void {
  const root = document.querySelector<HTMLElement>('[data-page]');
  const bar = document.getElementById('ui:run-bar');
  if (root === null || bar === null) return;
  const { page = '', words: given = '' } = root.dataset;
  const words = readPageWords(given);
  const title = document.querySelector('h1')?.textContent ?? '';
  const changeEarly = takeEarlyChanges(root);
  addButtons(root, words);
  const reflect = makeReflector(root, words);

  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const field = target.closest<HTMLElement>('[data-field]');
    const row = target.closest<HTMLElement>('[data-item]');
    if (field) return fill(field, target, () => reflect($view.get(), 'all'));
    if (!row?.firstElementChild?.contains(target)) return;
    markAndSay(row.id, target.checked ? 'done' : 'todo');
    reflect($view.get(), row.id);
  });
  heedLeaving();
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    if (button) void import('~/client/acts/page-acts').then(({ act }) => act(button));
  });

  openPage(readPage(root, { id: page, title }));
  const reflectCounts = makeCountReflector($view.get().structure, words);
  const hasHolds = root.querySelector('[data-hold]') !== null;
  let alarmed = false;
  let answered = false;
  // What is imported shows the view of when it is there: two imports need not arrive in the order in which they were asked for.
  $view.subscribe((view) => {
    reflect(view);
    reflectCounts(view);
    reflectBar(bar, view, title, words);
    const alarms = view.alarms.length > 0;
    if (alarms || alarmed) {
      void import('~/client/follow/reflect-contingency').then((found) =>
        found.reflectContingencies(root, bar, $view.get()),
      );
    }
    alarmed = alarms;
    answered ||= hasHolds && view.run !== undefined;
    if (answered)
      void import('~/client/follow/reflect-holds').then(({ reflectHolds }) => reflectHolds(root, $view.get()));
  });
  const undoButton = bar.querySelector('[data-act=undo]');
  $canUndo.subscribe((can) => void undoButton?.toggleAttribute('disabled', !can));

  followLinks();
  // The browser puts back how boxes and fields stood when the page was left: they show the run instead, however the page came.
  for (const input of root.querySelectorAll('input')) input.autocomplete = 'off';
  addEventListener('pageshow', () => reflect($view.get(), 'all'));
  document.documentElement.dataset.live = '';
  // Asked for at once, so that a tick that is followed by a crash is in it; nothing waits for it.
  void import('~/client/keep/start-keeping').then(({ startKeeping }) => startKeeping());
  changeEarly();
  $trouble.subscribe((trouble, before) => {
    if (trouble ?? before) void import('~/client/follow/tell-trouble').then(({ tellTrouble }) => tellTrouble(trouble));
  });
  whenFree(() => followRun(root, bar));
  if (import.meta.env.LIVE_BROKER !== undefined && wantsLive(page)) {
    void import('~/client/live/start-live').then(({ startLive }) => startLive());
  }
}
