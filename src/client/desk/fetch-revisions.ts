import { decodeRevisionFile, type RevisionFile } from '~/core/revision/revision';

/** The revisions of the page that is shown, by its id, from beside it; undefined where the file cannot be read, rejected where it cannot be reached. */
export async function fetchRevisions(page: string): Promise<RevisionFile | undefined> {
  const response = await fetch('revisions.json');
  const read = decodeRevisionFile(await response.json(), page);
  return read.ok ? read.value : undefined;
}
