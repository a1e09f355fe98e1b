import { askGit } from './ask-git';

const usual = 'main';

/**
 * The branch whose files people see on the web: the one that the remote repository names as its own; where a copy does not know it, `main`,
 * unless the remote has no such branch and has the one that is checked out. A copy without a remote tells nothing.
 */
export function findPublishedBranch(folder: string): string {
  const remote = 'refs/remotes/origin/';
  const own = askGit(folder, 'symbolic-ref', '--quiet', `${remote}HEAD`);
  if (own?.startsWith(remote)) return own.slice(remote.length);
  const isThere = (branch: string) => askGit(folder, 'rev-parse', '--verify', '--quiet', remote + branch) !== undefined;
  const current = askGit(folder, 'symbolic-ref', '--quiet', '--short', 'HEAD');
  return current !== undefined && isThere(current) && !isThere(usual) ? current : usual;
}
