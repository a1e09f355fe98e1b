import type { Page } from '~/core/page/page';
import { readStructure } from '~/core/page/structure';
import { murmur3 } from '~/core/murmur3';

/** The part of a page, or of one of its revisions, that a link needs: the ids, in document order. */
export interface SnapshotPage {
  id: string;
  items: readonly string[];
  fields: readonly string[];
  /** The items that turn a contingency on, for a writer: their earlier marks stay in the record [SN13]. */
  triggers?: readonly string[];
}

/** Returns the part of a page that a link needs. */
export const snapshotPageOf = (page: Page): SnapshotPage => ({
  id: page.id,
  items: page.items.map((item) => item.id),
  fields: page.fields.map((field) => field.id),
  triggers: [...readStructure(page).triggers.keys()],
});

/** The name of a revision, an unsigned 32-bit number: other ids or another order, another name [SN8]. */
export const fingerprint = ({ id, items, fields }: SnapshotPage): number =>
  murmur3(JSON.stringify([id, items, fields]));

/** The name of a page in a portable link, an unsigned 32-bit number. */
export const hashPage = (id: string): number => murmur3(JSON.stringify([id]));
