import { groupBy } from '~/core/group-by';
import type { Item, Page } from './page';
import { noPast, type Past } from './remembered';

/** A page together with everything that a run needs to know of it, computed once. */
export interface Structure {
  page: Page;
  items: ReadonlyMap<string, Item>;
  /** The items directly beneath each group, by the group's id. */
  beneath: ReadonlyMap<string, readonly Item[]>;
  /** The numbered lists, in order: each the items directly in it. */
  steps: readonly (readonly Item[])[];
  /** The items that are no groups, in order: those that are ticked and counted. */
  leaves: readonly Item[];
  /** For each section, its anchor and those of the sections around it, innermost first. */
  paths: ReadonlyMap<string, readonly string[]>;
  /** The contingency (by its section's anchor) that each trigger, by its item's id, turns on. */
  triggers: ReadonlyMap<string, string>;
  /** The contingency that each item stands in, by id: such items are steps of it, or its triggers. */
  contingent: ReadonlyMap<string, string>;
  /** The leaves that make up the run's progress: all but those of contingencies [PR1]. */
  counted: readonly Item[];
  /** Remembered texts of the items and fields that the page has or once had. */
  past: Past;
  /** The structure with the texts as the author wrote them; only in one whose texts have values filled in. */
  unfilled?: Structure;
}

const isPresent = <T>(value: T | undefined): value is T => value !== undefined;

function pathsOf(page: Page): Map<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>([['', []]]);
  for (const { anchor, parent } of page.sections) paths.set(anchor, [anchor, ...(paths.get(parent) ?? [])]);
  return paths;
}

/** Computes a page's structure: nesting, counted items, and contingencies. */
export function readStructure(page: Page, past = noPast): Structure {
  const items = new Map(page.items.map((item) => [item.id, item]));
  const nested = page.items.filter(({ parent }) => parent !== undefined);
  const beneath = groupBy(nested, ({ parent = '' }) => parent);
  const numbered = page.items.filter(({ ordered }) => ordered);
  const steps = [...groupBy(numbered, ({ list }) => list).values()];
  const leaves = page.items.filter((item) => !beneath.has(item.id));
  const paths = pathsOf(page);
  const triggers = new Map<string, string>();
  const contingent = new Map<string, string>();
  for (const item of page.items) {
    const path = paths.get(item.section) ?? [];
    for (const { section, triggers: anchors } of page.contingencies) {
      if (path.includes(section)) contingent.set(item.id, section);
      if (anchors.includes(item.id) || anchors.some((anchor) => path.includes(anchor))) triggers.set(item.id, section);
    }
  }
  const counted = leaves.filter(({ id }) => !contingent.has(id) && !triggers.has(id));
  return { page, items, beneath, steps, leaves, paths, triggers, contingent, counted, past };
}

/** The leaves of a contingency's own progress: its steps, without its triggers [CT3]. */
export const contingencySteps = ({ leaves, contingent, triggers }: Structure, section: string): Item[] =>
  leaves.filter(({ id }) => contingent.get(id) === section && !triggers.has(id));

/** All leaves beneath a group, at any depth; an item that is no group is its own only leaf. */
export function leavesBeneath(structure: Structure, item: string): Item[] {
  const children = structure.beneath.get(item);
  if (children === undefined) return [structure.items.get(item)].filter(isPresent);
  return children.flatMap((child) => leavesBeneath(structure, child.id));
}
