import { existsSync } from 'node:fs';
import path from 'node:path';
import { encodePath } from '~/core/encode-path';

/** The folder of the repository that holds a folder, or `otherwise` outside of any. */
export function findRepositoryRoot(folder: string, otherwise: string): string {
  if (existsSync(path.join(folder, '.git'))) return folder;
  const above = path.dirname(folder);
  return above === folder ? otherwise : findRepositoryRoot(above, otherwise);
}

const isHost = (repository: string, names: RegExp): boolean => names.test(new URL(repository).host);

/** The address of a repository's files, up to the branch, without a slash at its end: `https://example.com/team/shop/blob/main`. */
function branchAddress(place: string, view: 'blob' | 'tree'): string {
  const [, root, branch] = /^(.*?\/)(?:_?edit|blob|tree|src\/branch)\/(.+)$/.exec(place) ?? [];
  const isForgejo = isHost(place, /\b(codeberg|gitea|forgejo)\b/) || /\/(_edit|src\/branch)\//.test(place);
  const kind = isForgejo ? 'src/branch' : view;
  if (root !== undefined) return `${root}${kind}/${branch ?? ''}`;
  return `${place}/${isHost(place, /\bgitlab\b/) ? '-/' : ''}${kind}/main`;
}

/** The address at which a file or folder can be read on the web. `repository` as for `editAddress`; `file` from the repository's root. */
export function sourceAddress(repository: string, file: string, view: 'blob' | 'tree'): string {
  const place = repository.replace(/\/$|\.git$/, '');
  return `${branchAddress(place, view)}/${encodePath(file)}`.replace(/\/$/, '');
}

/** Parts of a repository's own pages on the web, which people link to from its files: "../../issues/new". */
const ownPages = new Set(
  `issues pull pulls discussions wiki releases actions blob tree raw compare commit commits security projects labels
  milestones edit new`.split(/\s+/),
);

/** The address on the repository's site that a link such as "../../issues/new" leads to; `undefined` for any other link. */
export function repositoryPage(repository: string, href: string): string | undefined {
  const [, rest = ''] = /^(?:\.\.\/)+(.*)$/.exec(href) ?? [];
  if (!ownPages.has(rest.split(/[/?#]/)[0] ?? '')) return undefined;
  const root = repository.replace(/\/$|\.git$/, '').replace(/\/(?:-\/)?(?:_?edit|blob|tree|src\/branch)\/.*$/, '');
  return `${root}/${rest}`;
}
