import { decodeRevisionFile, type RevisionFile } from '~/core/checklist/revision';

/** The page's revisions, from beside it; undefined where the file cannot be read, rejected where it cannot be reached. */
export async function fetchRevisions(): Promise<RevisionFile | undefined> {
  const response = await fetch('revisions.json');
  const read = decodeRevisionFile(await response.json());
  return read.ok ? read.value : undefined;
}
