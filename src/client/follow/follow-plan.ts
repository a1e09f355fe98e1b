import { planOf } from '~/client/desk/read-plan';
import { $view } from '~/stores/run';
import { watchLastCalls } from './watch-last-calls';
import { showHolders } from './show-holders';

/** Follows the run that is shown beside what its author planned: latest times, and who holds which role. */
export function followPlan(root: HTMLElement, bar: HTMLElement): void {
  const plan = planOf($view.get().structure);
  if (plan === undefined) return;
  showHolders(root, plan);
  void watchLastCalls(root, bar, plan);
}
