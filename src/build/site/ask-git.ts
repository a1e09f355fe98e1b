import { execFileSync } from 'node:child_process';

/** The answer of git in a folder; `undefined` where it has none, as outside of a repository, and on a machine without git. */
export function askGit(folder: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}
