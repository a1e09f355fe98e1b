import { ok, refuse, type Result } from '~/core/result';
import { fingerprint } from '~/core/snapshot/snapshot-page';
import { readRanges } from './ranges';
import { orderOf, type Revision, type RevisionFile } from './revision';

/** Why a revision file cannot be used: a closed list. */
export type RevisionRefusal = 'not-a-revision-file' | 'newer' | 'bad-ids' | 'bad-order';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string') && new Set(value).size === value.length;

function readRevision(value: unknown, items: number, fields: number): Revision | undefined {
  if (!isObject(value) || typeof value['fingerprint'] !== 'string') return undefined;
  if (!/^[0-9a-f]{8}$/.test(value['fingerprint'])) return undefined;
  if (typeof value['items'] !== 'string' || readRanges(value['items'], items) === undefined) return undefined;
  if (typeof value['fields'] !== 'string' || readRanges(value['fields'], fields) === undefined) return undefined;
  return { fingerprint: value['fingerprint'], items: value['items'], fields: value['fields'] };
}

/** Reads a revision file from parsed JSON: all of it, or the reason why not [RV4]. */
export function decodeRevisionFile(value: unknown): Result<RevisionFile, RevisionRefusal> {
  if (!isObject(value) || typeof value['format'] !== 'number') return refuse('not-a-revision-file');
  if (value['format'] > 1) return refuse('newer');
  const { format, page, items, fields, revisions } = value;
  if (format !== 1 || typeof page !== 'string' || !Array.isArray(revisions)) return refuse('not-a-revision-file');
  if (!isIds(items) || !isIds(fields)) return refuse('bad-ids');
  const read: Revision[] = [];
  for (const revision of revisions) {
    const known = readRevision(revision, items.length, fields.length);
    if (known === undefined) return refuse('bad-order');
    read.push(known);
  }
  return ok({ format, page, items, fields, revisions: read });
}

/**
 * The first revision whose order is not what its fingerprint says, as after a merge in git that shifted the ids. Its links would be refused,
 * never misread; the build says so.
 */
export const findBrokenRevision = (file: RevisionFile): Revision | undefined =>
  file.revisions.find(({ fingerprint: name }) => {
    const order = orderOf(file, parseInt(name, 16));
    return order === undefined || fingerprint(order) !== parseInt(name, 16);
  });

const causes: Record<RevisionRefusal, string> = {
  'not-a-revision-file': 'it is not a revision file of format 1',
  newer: 'it was written by a newer version of Runsheet',
  'bad-ids': 'its "items" or "fields" are not lists of texts, each once',
  'bad-order': 'a revision lacks its fingerprint, or its ranges name an id twice or one that is not listed',
};

/** A sentence for the author, who has the file in git. */
export const describeRevisionRefusal = (reason: RevisionRefusal, path: string): string =>
  `${path}: cannot be read: ${causes[reason]}. The build appends to this file and nobody else should: restore it from git, or delete it, at the price that links in use can no longer be opened.`;
