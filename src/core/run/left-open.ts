import type { Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { isOpen, stepsBeside } from './current';
import type { ShownMark } from './marks';

/**
 * Lists the open steps before an item in its numbered list, and before the step that it is a part of: ticking it leaves them behind [RN6].
 */
export function findLeftOpen(structure: Structure, marks: ReadonlyMap<string, ShownMark>, item: Item): Item[] {
  const around = structure.items.get(item.parent ?? '');
  const outer = around ? findLeftOpen(structure, marks, around) : [];
  const steps = stepsBeside(structure, item);
  return [...outer, ...steps.slice(0, steps.indexOf(item)).filter((step) => isOpen(structure, marks, step))];
}
