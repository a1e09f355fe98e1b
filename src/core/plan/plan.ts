import type { Item, Plan } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import type { ShownMark } from '~/core/run/marks';

/** Planned time, and what of it is still to come, in minutes. */
export interface Planned {
  total: number;
  left: number;
}

const add = (a: Planned, b: Planned): Planned => ({ total: a.total + b.total, left: a.left + b.left });
const nothing: Planned = { total: 0, left: 0 };

/** What is left of a time, by the share of the leaves that are open. */
function leftOf(total: number, leaves: readonly Item[], marks: ReadonlyMap<string, ShownMark>): Planned {
  const open = leaves.filter(({ id }) => (marks.get(id) ?? 'todo') === 'todo').length;
  return { total, left: leaves.length === 0 ? 0 : Math.round((total * open) / leaves.length) };
}

/** The planned time of items: a group's own stands for what is beneath it [PL2]. */
function planItems(
  structure: Structure,
  { items: times }: Plan,
  items: readonly Item[],
  marks: ReadonlyMap<string, ShownMark>,
): Planned {
  const leavesOf = (item: Item): Item[] => structure.beneath.get(item.id)?.flatMap(leavesOf) ?? [item];
  const planItem = (item: Item): Planned => {
    const own = times[item.id];
    if (own !== undefined) return leftOf(own, leavesOf(item), marks);
    return (structure.beneath.get(item.id) ?? []).map(planItem).reduce(add, nothing);
  };
  return items.map(planItem).reduce(add, nothing);
}

/**
 * The planned time of a section with those in it, or of the whole page (''): its heading's own time, else the sum of what is in it [PL2].
 * Contingencies count for themselves alone, and triggers for nothing.
 */
export function planSection(
  structure: Structure,
  plan: Plan,
  anchor: string,
  marks: ReadonlyMap<string, ShownMark>,
): Planned {
  const { page, triggers, contingent, paths } = structure;
  const contingencies = new Set(page.contingencies.map(({ section }) => section));
  const own = plan.sections[anchor];
  const isWithin = ({ id, section }: Item) =>
    !triggers.has(id) && (anchor === '' ? !contingent.has(id) : (paths.get(section) ?? []).includes(anchor));
  if (own !== undefined) return leftOf(own, structure.leaves.filter(isWithin), marks);
  const roots = page.items.filter(
    (item) => item.section === anchor && item.parent === undefined && !triggers.has(item.id),
  );
  const within = page.sections.filter(({ parent, anchor: one }) => parent === anchor && !contingencies.has(one));
  return within
    .map((section) => planSection(structure, plan, section.anchor, marks))
    .reduce(add, planItems(structure, plan, roots, marks));
}

/** The expected end of a run that is under way, and by how many minutes that is later than planned; both since 1970 or in minutes [PL3]. */
export const expectEnd = ({ total, left }: Planned, start: number, now: number): { end: number; late: number } => ({
  end: now + left,
  late: now + left - (start + total),
});

/** How much of its items each role has done, in the order in which the page names them [PE2]. */
export function countRoles(
  { roles }: Plan,
  marks: ReadonlyMap<string, ShownMark>,
): { role: string; done: number; total: number }[] {
  const counts = new Map<string, { done: number; total: number }>();
  for (const [item, named] of Object.entries(roles)) {
    const mark = marks.get(item) ?? 'todo';
    if (mark === 'skipped') continue;
    for (const role of named) {
      const { done, total } = counts.get(role) ?? { done: 0, total: 0 };
      counts.set(role, { done: done + (mark === 'done' ? 1 : 0), total: total + 1 });
    }
  }
  return [...counts].map(([role, count]) => ({ role, ...count }));
}
