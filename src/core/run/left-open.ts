import type { Item } from '~/core/checklist/page';
import type { Structure } from '~/core/checklist/structure';
import type { ShownMark } from './marks';

/** The open steps before an item in its numbered list: what ticking it would leave behind [RN6]. */
export function findLeftOpen(structure: Structure, marks: ReadonlyMap<string, ShownMark>, item: Item): Item[] {
  if (!item.ordered) return [];
  const siblings = structure.leaves.filter(({ list }) => list === item.list);
  const before = siblings.slice(
    0,
    siblings.findIndex(({ id }) => id === item.id),
  );
  return before.filter(({ id }) => marks.get(id) === 'todo');
}
