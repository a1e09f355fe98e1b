import { loadPanelStyles } from '~/client/bar/panel-styles';
import { $own } from '~/stores/run';

/**
 * Loads the code that follows a run once one is shown: its plan, its paper, its clocks; and where it is the reader's own, its last
 * place, changes of the page since it began, times to propose.
 */
export function followRun(root: HTMLElement, bar: HTMLElement): void {
  if (root.querySelector('.plan')) void import('./follow-plan').then(({ followPlan }) => followPlan(root, bar));
  void loadPanelStyles();
  void import('./paper').then(({ readyPaper }) => readyPaper());
  void import('./watch-clocks').then(({ watchClocks }) => watchClocks());
  let isFollowed = false;
  $own.subscribe((run) => {
    if (run === undefined || isFollowed) return;
    isFollowed = true;
    void import('./watch-pauses').then(({ watchPauses }) => watchPauses(bar));
    void import('./watch-through').then(({ watchThrough }) => watchThrough(root, bar));
    void import('./page-changes').then(({ followChanges }) => followChanges());
    if (root.querySelector('[data-kind=time]')) {
      void import('./propose-times').then(({ proposeTimes }) => proposeTimes(root));
    }
  });
}
