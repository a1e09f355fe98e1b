import { fingerprint } from '~/core/snapshot/snapshot-page';
import { orderOf, type Revision, type RevisionFile, type RevisionRefusal } from './revision';

/**
 * Finds the first revision whose order does not match its fingerprint, as after a merge in git that shifted the ids. Its links would be
 * refused, never misread; the build reports it.
 */
export const findBrokenRevision = (file: RevisionFile): Revision | undefined =>
  file.revisions.find(({ fingerprint: name }) => {
    const order = orderOf(file, parseInt(name, 16));
    return order === undefined || fingerprint(order) !== parseInt(name, 16);
  });

const causes: Record<RevisionRefusal, string> = {
  'not-a-revision-file': 'it is not a revision file of format 1 or 2',
  newer: 'it was written by a newer version of Runsheet: build with that one',
  'other-page': 'it is of another page, as its "page" says',
  'bad-ids': 'its "items" or "fields" are not lists of texts, each once',
  'bad-texts': 'its "texts" or "labels" are not lists of lists of texts',
  'bad-order': 'a revision lacks its fingerprint, or its ranges name an id twice or one that is not listed',
};

/** Describes a refusal to the author, who has the file in git. */
export const describeRevisionRefusal = (reason: RevisionRefusal): string =>
  `This file cannot be read: ${causes[reason]}. The build appends to it and nobody else should: restore it from git, or delete it, at the price that links in use can no longer be opened.`;

/** Describes a fault in one revision of an otherwise readable file. */
export const describeBrokenRevision = ({ fingerprint: name }: Revision): string =>
  `the revision ${name} is not what its fingerprint says, so links made with it can no longer be opened. Where two branches were merged, take the file of one of them and build again.`;
