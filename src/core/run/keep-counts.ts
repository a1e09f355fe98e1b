import { groupBy } from '~/core/group-by';
import type { Item } from '~/core/page/page';
import { countMarks, type Progress } from './progress';
import { changedItems, type View } from './view';

/**
 * Makes a function that counts several lists of items in one view after another, and returns their progress in the same order. After
 * the first view, only lists with an item that has changed are counted anew; of the others it returns the same object as before.
 */
export function keepCounts(lists: readonly (readonly Item[])[]): (view: View) => readonly Progress[] {
  const places = groupBy(
    lists.flatMap((items, list) => items.map(({ id }) => ({ id, list }))),
    ({ id }) => id,
  );
  let before: View | undefined;
  let counts: Progress[] = [];
  return (view) => {
    const changed = before && [...changedItems(before, view)].flatMap((id) => places.get(id) ?? []);
    const stale = changed && new Set(changed.map(({ list }) => list));
    counts = lists.map((items, list) => (stale?.has(list) === false && counts[list]) || countMarks(items, view.marks));
    before = view;
    return counts;
  };
}
