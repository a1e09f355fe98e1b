import { decodeRevisionFile, type RevisionFile } from '~/core/revision/revision';

/** Fetches the revisions of the shown page, by its id, from beside it; undefined for an unreadable file, rejects for an unreachable one. */
export async function fetchRevisions(page: string): Promise<RevisionFile | undefined> {
  const response = await fetch('revisions.json', { cache: 'no-cache' });
  const read = decodeRevisionFile(await response.json(), page);
  return read.ok ? read.value : undefined;
}
