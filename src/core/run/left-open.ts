import type { Item } from '~/core/checklist/page';
import type { Structure } from '~/core/checklist/structure';
import { isOpen } from './current';
import type { ShownMark } from './marks';

/** The open steps before an item in its numbered list, and before the step that it is a part of: what ticking it leaves behind [RN6]. */
export function findLeftOpen(structure: Structure, marks: ReadonlyMap<string, ShownMark>, item: Item): Item[] {
  const { page, items } = structure;
  const around = items.get(item.parent ?? '');
  const outer = around ? findLeftOpen(structure, marks, around) : [];
  if (!item.ordered) return outer;
  const steps = page.items.filter(({ list }) => list === item.list);
  return [...outer, ...steps.slice(0, steps.indexOf(item)).filter((step) => isOpen(structure, marks, step))];
}
