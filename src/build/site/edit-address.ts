/**
 * The address at which a file can be edited. `repository`: its address on the web, or that of a folder in it up to `/edit/<branch>`
 * (`https://example.com/team/runbooks/-/edit/trunk`). `file`: from the repository's folder.
 */
export function editAddress(repository: string, file: string): string {
  const place = repository.replace(/\/$|\.git$/, '');
  const path = file.split('/').map(encodeURIComponent).join('/');
  if (/\/(_?edit|blob|src)\//.test(place)) return `${place}/${path}`;
  if (/\bgitlab\b/.test(new URL(place).host)) return `${place}/-/edit/main/${path}`;
  return `${place}/${/\b(codeberg|gitea|forgejo)\b/.test(new URL(place).host) ? '_edit' : 'edit'}/main/${path}`;
}
