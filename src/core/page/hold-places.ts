import { onceEach } from '~/core/once-each';
import type { Hold, Item } from './page';
import { contingencySteps, leavesBeneath, type Structure } from './structure';

/** A hold's place: in the run itself or in a contingency, with the leaves of either that come before the hold, in order. */
export interface HoldPlace {
  hold: Hold;
  contingency: string | undefined;
  before: readonly Item[];
}

/** The id of a hold's place on the page, by the anchor that it comes after: no anchor holds a colon. */
export const holdId = (after: string): string => `ui:hold:${after}`;

/** Each item's ordinal on the page, by its id. */
const ordinalsOf = ({ page }: Structure): Map<string, number> => new Map(page.items.map(({ id }, i) => [id, i]));

/** Each section's ordinal on the page, by its anchor; what stands before the first heading comes before them all. */
const sectionOrdinals = ({ page }: Structure): Map<string, number> =>
  new Map([['', -1], ...page.sections.map(({ anchor }, i): [string, number] => [anchor, i])]);

/** Answers whether a leaf comes before a hold: it stands in what the hold comes after, or earlier on the page. */
function isBefore(structure: Structure, { after }: Hold): (leaf: Item) => boolean {
  if (structure.items.has(after)) {
    const ordinals = ordinalsOf(structure);
    const last = Math.max(...leavesBeneath(structure, after).map(({ id }) => ordinals.get(id) ?? 0));
    return ({ id }) => (ordinals.get(id) ?? 0) <= last;
  }
  const ordinals = sectionOrdinals(structure);
  const within = structure.page.sections.filter(({ anchor }) => structure.paths.get(anchor)?.includes(after));
  const last = Math.max(-1, ...within.map(({ anchor }) => ordinals.get(anchor) ?? -1));
  return ({ section }) => (ordinals.get(section) ?? -1) <= last;
}

/** The contingency that a hold stands in, by the section or the item that it comes after. */
function contingencyOf({ page, items, paths, contingent }: Structure, { after }: Hold): string | undefined {
  if (items.has(after)) return contingent.get(after);
  const path = paths.get(after) ?? [];
  return page.contingencies.find(({ section }) => path.includes(section))?.section;
}

/** The page's holds with their places, in order. */
export const placeHolds = onceEach((structure: Structure): readonly HoldPlace[] =>
  structure.page.holds.map((hold) => {
    const contingency = contingencyOf(structure, hold);
    const leaves = contingency === undefined ? structure.counted : contingencySteps(structure, contingency);
    return { hold, contingency, before: leaves.filter(isBefore(structure, hold)) };
  }),
);
