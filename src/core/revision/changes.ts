import type { Item, Page } from '~/core/page/page';
import type { SnapshotPage } from '~/core/snapshot/snapshot-page';

/** The changes of a page since one of its revisions. */
export interface Changes {
  added: readonly Item[];
  /** Ids of items that the revision had and the page has no longer. */
  removed: readonly string[];
}

/** Compares a page with a revision that it once had. Items that only moved are no change. */
export function findChanges(page: Page, before: Pick<SnapshotPage, 'items'>): Changes {
  const [then, now] = [new Set(before.items), new Set(page.items.map(({ id }) => id))];
  return {
    added: page.items.filter(({ id }) => !then.has(id)),
    removed: before.items.filter((id) => !now.has(id)),
  };
}
