import type { Random } from '../../bench/random';
import type { SnapshotPage } from '~/core/snapshot/snapshot-page';

/** A page after an edit: 5 to 40 % of its items removed, added, reworded or moved. `fresh` names an item that never was. */
export function editPage(random: Random, page: SnapshotPage, fresh: () => string): SnapshotPage {
  const edit = (ids: readonly string[]) => {
    const edited = [...ids];
    const edits = Math.ceil(ids.length * (0.05 + 0.35 * random.next()));
    for (let i = 0; i < edits; i++) {
      const at = random.below(edited.length + 1);
      const kind = random.below(4);
      if (kind === 0) edited.splice(at, 1);
      else if (kind === 1) edited.splice(at, 0, fresh());
      else if (kind === 2) edited.splice(at, 1, fresh());
      else edited.splice(random.below(edited.length + 1), 0, ...edited.splice(at, 1));
    }
    return edited;
  };
  return { id: page.id, items: edit(page.items), fields: edit(page.fields) };
}

/** Revisions of a page, the first to the last. Now and then an item comes back that had been removed. */
export function generateHistory(random: Random, first: SnapshotPage, length: number): SnapshotPage[] {
  const everything = new Set([...first.items, ...first.fields]);
  const history = [first];
  let page = first;
  const fresh = () => {
    const used = new Set([...page.items, ...page.fields]);
    const gone = [...everything].filter((id) => !used.has(id));
    const back = gone.length > 0 && random.next() < 0.1 ? random.pick(gone) : undefined;
    const id = back ?? `step-${everything.size}`;
    everything.add(id);
    return id;
  };
  while (history.length < length) {
    const edited = editPage(random, page, fresh);
    page = { ...edited, items: [...new Set(edited.items)], fields: [...new Set(edited.fields)] };
    history.push(page);
  }
  return history;
}
