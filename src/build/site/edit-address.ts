import { encodePath } from '~/core/encode-path';

const hasBranch = (place: string): boolean => /\/(_?edit|blob|tree|src)\//.test(place);

/**
 * A repository's address on the web with the branch in it, up to `/edit/<branch>`. An address that names a branch stays as it is.
 */
export function addBranch(repository: string, branch: string): string {
  const place = repository.replace(/\/$|\.git$/, '');
  if (hasBranch(place)) return place;
  const { host } = new URL(place);
  if (/\bgitlab\b/.test(host)) return `${place}/-/edit/${branch}`;
  return `${place}/${/\b(codeberg|gitea|forgejo)\b/.test(host) ? '_edit' : 'edit'}/${branch}`;
}

/**
 * The address at which a file can be edited. `repository`: its address on the web, or that of a folder in it up to `/edit/<branch>`
 * (`https://example.com/team/runbooks/-/edit/trunk`). `file`: from the repository's folder.
 */
export const editAddress = (repository: string, file: string): string =>
  `${addBranch(repository, 'main')}/${encodePath(file)}`;
