import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addBranch } from '~/build/site/edit-address';
import { findPublishedBranch } from '~/build/site/published-branch';

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

/** A repository with one commit on a branch, and what a continuous build has of it: no remote `HEAD`. */
function makeCopies(branch: string): { remote: string; clone: string; fetched: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'branch-'));
  const [remote, clone, fetched] = ['remote', 'clone', 'fetched'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  git(folder, 'init', '-q', '-b', branch, remote);
  git(remote, 'commit', '-q', '--allow-empty', '-m', 'A');
  git(folder, 'clone', '-q', remote, clone);
  git(folder, 'init', '-q', '-b', branch, fetched);
  git(fetched, 'remote', 'add', 'origin', remote);
  git(fetched, 'fetch', '-q', 'origin');
  git(fetched, 'reset', '-q', '--hard', `origin/${branch}`);
  return { remote, clone, fetched };
}

describe('the branch that people see on the web', () => {
  it('is that of the remote repository, whatever is checked out', () => {
    const { clone, fetched } = makeCopies('master');
    git(clone, 'checkout', '-q', '-b', 'feature');
    expect(findPublishedBranch(clone)).toBe('master');
    expect(findPublishedBranch(fetched)).toBe('master');
  });

  it('is main where nothing tells', () => {
    const { remote } = makeCopies('trunk');
    expect(findPublishedBranch(remote)).toBe('main');
    expect(findPublishedBranch(tmpdir())).toBe('main');
    expect(findPublishedBranch('/nowhere')).toBe('main');
  });

  it('is put into the address of the repository, unless one is there', () => {
    expect(addBranch('https://github.com/team/runs.git', 'master')).toBe('https://github.com/team/runs/edit/master');
    expect(addBranch('https://gitlab.example/team/runs', 'x')).toBe('https://gitlab.example/team/runs/-/edit/x');
    expect(addBranch('https://codeberg.org/team/runs/', 'x')).toBe('https://codeberg.org/team/runs/_edit/x');
    const given = 'https://git.example/runs/edit/trunk/site';
    expect(addBranch(given, 'main')).toBe(given);
  });
});
