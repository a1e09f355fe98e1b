import { $view } from '~/stores/run';
import { $trouble } from '~/stores/trouble';
import { $canUndo } from '~/stores/done-acts';
import { readBarWords, type BarWords } from './bar-words';
import { sayIfLate } from '~/client/page/tell-missing';
import { whenFree } from '~/client/page/when-free';
import { bringStyles } from './bar-styles';
import { addButtons } from './add-buttons';
import { freeLateRoom } from './free-late-room';
import { makeCountReflector } from './counts';
import { wantsLive } from './in-room';
import { hasLink } from './link-in-address';
import { noteGuides } from './note-guides';
import { reflectBar } from './reflect-bar';
import { showKeeping } from './show-keeping';

/** A page whose rows are live. */
interface LivePage {
  root: HTMLElement;
  bar: HTMLElement;
}

/** Once a run is shown, loads the code that follows it. */
function followRun(root: HTMLElement, bar: HTMLElement): void {
  let isFollowed = false;
  $view.subscribe(({ run }) => {
    if (run === undefined || isFollowed) return;
    isFollowed = true;
    void import('~/client/follow/follow-run').then((follow) => follow.followRun(root, bar));
  });
}

/** Opens a shared run that the address brings, or that waits for a choice since it brought it; follows the address from then on. */
function followLinks(): void {
  const load = () => sayIfLate(import('~/client/desk/open-link'));
  const [navigation] = performance.getEntriesByType('navigation');
  const cameBack = navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward';
  // No `hashchange`: going back from an address without `?run` changes more than the fragment.
  addEventListener('popstate', () => {
    if (hasLink()) void load().then(({ followAddress }) => followAddress());
  });
  if (hasLink()) void load().then(({ openAgain, openLink }) => (cameBack ? openAgain() : openLink()));
}

/** Shows each view of the run around its rows: in the bar and in the counts; in contingencies and at holds, where there are any. */
function reflectAround({ root, bar }: LivePage, words: BarWords): void {
  const reflectCounts = makeCountReflector($view.get().structure, {
    done: words.settled,
    skipped: words.mark.skipped,
  });
  const contingencies = [...root.querySelectorAll<HTMLElement>('[data-contingency]')];
  const hasHolds = root.querySelector('[data-hold]') !== null;
  // A page that was opened before may have kept room for a banner.
  let alarmed = root.querySelector('.alarm-banner') !== null;
  let answered = false;
  let isShown = false;
  // An imported part shows the view at its arrival: two imports need not arrive in the order in which they were asked for.
  $view.subscribe((view) => {
    reflectCounts(view);
    reflectBar(bar, view, words);
    for (const { dataset } of contingencies) {
      if (view.alarms.some(({ section }) => section === dataset.contingency)) dataset.on = '';
      else delete dataset.on;
    }
    const alarms = view.alarms.length > 0;
    if (alarms || alarmed) {
      void import('~/client/follow/reflect-contingency').then((found) =>
        found.reflectContingencies(root, bar, $view.get()),
      );
    }
    // The run that the page opened with has the room that was kept for it, until anything changes.
    if (isShown) freeLateRoom(bar);
    isShown ||= view.run !== undefined;
    alarmed = alarms;
    answered ||= hasHolds && view.run !== undefined;
    if (answered)
      void import('~/client/follow/reflect-holds').then(({ reflectHolds }) => reflectHolds(root, $view.get()));
  });
}

/**
 * Makes the surroundings of a page's rows live, right after the rows: the run bar, the sections' counts, the buttons of rows, and a link
 * in the address. Other code is imported when it is needed: Preact too, which only panels need.
 */
export async function startBar(page: LivePage): Promise<void> {
  const { root, bar } = page;
  const words = readBarWords(bar.dataset.words ?? '');
  bringStyles();
  addButtons(root, words);
  noteGuides();
  // Before the bar, which would show the names of values for a moment.
  if (document.getElementById('ui:values')) {
    await import('~/client/values/start-values').then(({ startValues }) => startValues());
  }
  reflectAround(page, words);
  // Until here a kept run's bar is hidden: it would show the page without the run, and then move.
  bar.dataset.live = '';
  const undoButton = bar.querySelector('[data-act=undo]');
  $canUndo.subscribe((can) => void undoButton?.toggleAttribute('disabled', !can));
  showKeeping(bar, words.bar.keeping);
  followLinks();
  $trouble.subscribe((trouble, before) => {
    bar.toggleAttribute('data-refused', trouble?.kind === 'refused');
    if (trouble ?? before) void import('~/client/follow/tell-trouble').then(({ tellTrouble }) => tellTrouble(trouble));
  });
  whenFree(() => followRun(root, bar));
  if (document.documentElement.dataset.mine) void import('~/client/acts/mine').then(({ sayHidden }) => sayHidden());
  if (import.meta.env.LIVE_BROKER !== undefined && wantsLive(root.dataset.page ?? '')) {
    void import('~/client/live/start-live').then(({ startLive }) => startLive());
  }
}
