import type { Item, Plan } from '~/core/page/page';
import { leavesBeneath, type Structure } from '~/core/page/structure';
import type { View } from '~/core/run/view';

/** The roles that do an item: its own, else those of the item that it stands beneath [PE2]. */
export function rolesOf({ items }: Structure, { roles }: Plan, item: Item): readonly string[] {
  for (let one: Item | undefined = item; one; one = items.get(one.parent ?? '')) {
    const own = roles[one.id];
    if (own !== undefined) return own;
  }
  return [];
}

/** The roles that a plan names, in the order in which the page names them first. */
export const namedRoles = ({ roles }: Plan): string[] => [...new Set(Object.values(roles).flat())];

/**
 * The roles that see an item when they see theirs alone: those of all leaves beneath it; `undefined` where one of these
 * names nobody, so that everybody sees it [PE3].
 */
export function seenBy(structure: Structure, plan: Plan, item: Item): string[] | undefined {
  const each = leavesBeneath(structure, item.id).map((leaf) => rolesOf(structure, plan, leaf));
  return each.some((roles) => roles.length === 0) ? undefined : [...new Set(each.flat())];
}

/**
 * Counts what each role has done of the leaves that a run is about, in the order in which the page names them; `''`: of
 * those that name nobody [PE2].
 */
export function countRoles(
  { structure, leaves, marks }: Pick<View, 'structure' | 'leaves' | 'marks'>,
  plan: Plan,
): { role: string; done: number; total: number }[] {
  const counts = new Map([...namedRoles(plan), ''].map((role) => [role, { done: 0, total: 0 }]));
  for (const item of leaves) {
    const mark = marks.get(item.id) ?? 'todo';
    const roles = rolesOf(structure, plan, item);
    for (const role of mark === 'skipped' ? [] : roles.length === 0 ? [''] : roles) {
      const count = counts.get(role) ?? { done: 0, total: 0 };
      counts.set(role, { done: count.done + (mark === 'done' ? 1 : 0), total: count.total + 1 });
    }
  }
  return [...counts].flatMap(([role, count]) => (count.total === 0 ? [] : [{ role, ...count }]));
}
