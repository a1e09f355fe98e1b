import type { Plan } from '~/core/page/page';
import { findHolders } from '~/core/plan/holders';
import { namedRoles } from '~/core/plan/roles';
import { roleAt } from '~/client/desk/read-plan';
import { $view } from '~/stores/run';

/** Shows beside each role on the rows who holds it, as the run's own table of people says. */
export function showHolders(root: HTMLElement, plan: Plan): void {
  const places = [...root.querySelectorAll<HTMLElement>('.item > .plan span')];
  const roles = namedRoles(plan);
  $view.subscribe(({ structure, state }) => {
    const holders = findHolders(structure.page, roles, state);
    for (const place of places) {
      const name = holders.get(roleAt(place)) ?? '';
      if ((place.dataset.holder ?? '') === name) continue;
      if (name === '') delete place.dataset.holder;
      else place.dataset.holder = name;
    }
  });
}
