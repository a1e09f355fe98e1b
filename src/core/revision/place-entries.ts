import type { Run } from '~/core/run/run';
import { splitKey } from '~/core/snapshot/key';
import type { SnapshotPage } from '~/core/snapshot/snapshot-page';
import { isStranger } from '~/core/snapshot/stranger';

/** The place of an id that a run holds: on the page, removed but known by name, or known by its hash alone [RV3]. */
export type Place = 'placed' | 'gone' | 'unknown';

/** The place of each item (of marks and notes) and of each field that a run is about, by id. */
export interface Placement {
  items: ReadonlyMap<string, Place>;
  fields: ReadonlyMap<string, Place>;
}

/** Tells of each item and field of a run whether the page has it [RV3]. */
export function placeEntries(run: Run, page: SnapshotPage): Placement {
  const known = { items: new Set(page.items), fields: new Set(page.fields) };
  const places = { items: new Map<string, Place>(), fields: new Map<string, Place>() };
  for (const { key } of run.entries) {
    const { kind, id } = splitKey(key);
    const sort = kind === 'field' ? 'fields' : kind === 'mark' || kind === 'note' ? 'items' : undefined;
    if (sort === undefined) continue;
    places[sort].set(id, known[sort].has(id) ? 'placed' : isStranger(id) ? 'unknown' : 'gone');
  }
  return places;
}
