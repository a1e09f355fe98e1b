import type { Entry } from '~/core/run/entry';
import { readSubject } from '~/core/run/subject';
import { subjectIdOf } from '~/core/run/subject-id';
import { fingerprint, type SnapshotPage } from '~/core/snapshot/snapshot-page';
import { readRanges } from './ranges';
import { writeFingerprint, type Revision, type RevisionFile } from './revision';

/** The ids of the items and fields that a page got only after a version of it. */
export interface LaterIds {
  items: ReadonlySet<string>;
  fields: ReadonlySet<string>;
}

const noLaterIds: LaterIds = { items: new Set(), fields: new Set() };

/**
 * Finds the items and fields that came to a page only after this version of it was recorded [RN11]: the page may be an old one that is still
 * open, or an edit was taken back. None, where the file does not know this version.
 */
export function findLaterIds(file: RevisionFile | undefined, page: SnapshotPage): LaterIds {
  const own = writeFingerprint(fingerprint(page));
  const at = file?.revisions.findIndex((known) => known.fingerprint === own) ?? -1;
  if (file === undefined || at === -1) return noLaterIds;
  const find = (kind: 'items' | 'fields'): Set<string> => {
    const idsOf = (revision: Revision) => readRanges(revision[kind], file[kind].length) ?? [];
    const known = new Set(file.revisions.slice(0, at + 1).flatMap(idsOf));
    const later = file.revisions.slice(at + 1).flatMap(idsOf);
    return new Set(later.filter((index) => !known.has(index)).map((index) => file[kind][index] ?? ''));
  };
  return { items: find('items'), fields: find('fields') };
}

/** Tells whether an id is among them. */
export const isLater = ({ items, fields }: LaterIds, id: string): boolean => items.has(id) || fields.has(id);

/**
 * Tells whether an entry is about what came to the page later. A revision file remembers no holds: where a later version has more, the answer
 * to a hold that this one does not ask for counts as of later, for the page that is loaded then knows.
 */
export function isOfLater(laterIds: LaterIds, entry: Entry): boolean {
  const isHold = readSubject(entry).kind === 'hold';
  return isHold ? laterIds.items.size + laterIds.fields.size > 0 : isLater(laterIds, subjectIdOf(entry) ?? '');
}
