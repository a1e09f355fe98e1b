import type { Item, Plan } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { findEnd } from '~/core/run/ending';
import { keys } from '~/core/run/entry';
import type { ShownMark } from '~/core/run/marks';
import type { View } from '~/core/run/view';

/** Planned time, and what of it is still to come, in minutes. */
export interface Planned {
  total: number;
  left: number;
}

const add = (a: Planned, b: Planned): Planned => ({ total: a.total + b.total, left: a.left + b.left });
const nothing: Planned = { total: 0, left: 0 };

/** A planned time and the part of it that is left, by the share of the leaves that are open. */
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

/** Finds the leaves whose time is planned: their own, that of a group above them, or that of a section around them [PL3]. */
export function plannedLeaves(structure: Structure, { items, sections }: Plan, leaves: readonly Item[]): Item[] {
  const isPlanned = (item: Item | undefined): boolean =>
    item !== undefined && (items[item.id] !== undefined || isPlanned(structure.items.get(item.parent ?? '')));
  return leaves.filter(
    (item) => isPlanned(item) || (structure.paths.get(item.section) ?? []).some((one) => sections[one] !== undefined),
  );
}

/** A run beside its plan, in minutes; `end` since 1970. */
export interface Pace extends Planned {
  /** The contingency that it is the plan of; empty for the run's own. */
  section: string;
  /** The expected end; where nothing of the plan is left, or the run has ended, the end. */
  end: number;
  /** The time since the first mark of what is planned, until now or the end; 0 before. A contingency's begins with its trigger. */
  took: number;
  /** The minutes by which the end is later than planned; 0 or less where it is not. */
  late: number;
  isOver: boolean;
}

/**
 * Compares the leaves that a run is about [ST3] with their plan, at a minute since 1970; `undefined` where no time is
 * planned, or there is no run [PL3].
 */
export function paceRun(view: View, plan: Plan, now: number): Pace | undefined {
  const { structure, run, state, marks, status, alarm } = view;
  const section = alarm?.section ?? '';
  const planned = planSection(structure, plan, section, marks);
  if (run === undefined || planned.total === 0) return undefined;
  const marked = new Set(plannedLeaves(structure, plan, view.leaves).map(({ id }) => keys.mark(id)));
  const times = run.entries.filter(({ key, value }) => marked.has(key) && value !== 'todo').map(({ at }) => at);
  if (alarm?.entry) times.push(alarm.entry.at);
  const stop = findEnd(state)?.at ?? (planned.left === 0 && times.length > 0 ? Math.max(...times) : undefined);
  const isOver = status.kind === 'ended' || stop !== undefined;
  const end = stop ?? now + planned.left;
  const start = Math.min(...times, stop ?? now);
  const took = Math.max(0, (stop ?? now) - start);
  return { ...planned, section, end, took, late: end - (start + planned.total), isOver };
}
