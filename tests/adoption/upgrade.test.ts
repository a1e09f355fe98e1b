import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

const script = path.resolve('bin/upgrade.mjs');

/* An engine of a few files, and a site that began as a copy of its first version, as "Use this template" makes it. */
let engine: string;
let site: string;

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
const write = (folder: string, files: Record<string, string | undefined>): void => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
  }
};
const commit = (folder: string, files: Record<string, string | undefined>): void => {
  write(folder, files);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'A change');
};
const read = (name: string): string => readFileSync(path.join(site, name), 'utf8');
const upgrade = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('node', [script, ...args], { cwd: site, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

const lines = (...changed: string[]) => ['one', 'two', 'three', 'four', 'five', 'six', ...changed, ''].join('\n');

beforeEach(() => {
  engine = mkdtempSync(path.join(tmpdir(), 'engine-'));
  site = mkdtempSync(path.join(tmpdir(), 'site-'));
  git(engine, 'init', '-q', '-b', 'main');
  commit(engine, {
    'src/a.ts': 'first\n',
    'src/old.ts': 'old\n',
    'package.json': lines(),
    'README.md': lines(),
    'content/site.yaml': 'title: Runsheet\n',
    'content/runbooks/example.md': '- [ ] Example\n',
  });
  cpSync(engine, site, { recursive: true });
  rmSync(path.join(site, '.git'), { recursive: true });
  git(site, 'init', '-q', '-b', 'trunk');
  git(site, 'add', '-A');
  git(site, 'commit', '-qm', 'Initial commit');
  commit(site, {
    'content/site.yaml': 'title: Acme\n',
    'content/runbooks/example.md': undefined,
    'content/runbooks/ours.md': '- [ ] Ours\n',
    'README.md': lines('ours'),
    'notes.txt': 'ours\n',
  });
});

describe('npm run upgrade', () => {
  it('takes over two newer engines in turn, leaves content/ as it is and keeps what was changed here', () => {
    commit(engine, {
      'src/a.ts': 'second\n',
      'src/new.ts': 'new\n',
      'src/old.ts': undefined,
      'README.md': lines().replace('one', 'uno'),
      'content/site.yaml': 'title: Other\n',
      'content/runbooks/example.md': '- [ ] Another example\n',
      'content/guides/more.md': 'More\n',
    });
    git(engine, 'tag', 'v2');
    const first = upgrade('--from', engine, '--to', 'v2');
    expect(first).toMatchObject({ status: 0 });
    expect(first.said).toContain('1 files replaced, 1 added, 1 removed');
    expect([read('src/a.ts'), read('src/new.ts'), existsSync(path.join(site, 'src/old.ts'))]).toEqual([
      'second\n',
      'new\n',
      false,
    ]);
    expect(read('README.md')).toBe(lines('ours').replace('one', 'uno'));
    expect(read('content/site.yaml')).toBe('title: Acme\n');
    expect(read('content/runbooks/ours.md')).toBe('- [ ] Ours\n');
    expect(existsSync(path.join(site, 'content/runbooks/example.md'))).toBe(false);
    expect(existsSync(path.join(site, 'content/guides/more.md'))).toBe(false);
    expect(read('notes.txt')).toBe('ours\n');
    expect(git(site, 'log', '--oneline').trim().split('\n')).toHaveLength(2);

    git(site, 'add', '-A');
    git(site, 'commit', '-qm', 'The engine of today');
    commit(engine, { 'src/a.ts': 'third\n', 'README.md': lines('theirs').replace('one', 'uno').replace('six', 'sei') });
    const second = upgrade();
    expect(read('src/a.ts')).toBe('third\n');
    // Both sides have changed the same lines: nothing is guessed.
    expect(second.status).toBe(1);
    expect(second.said).toMatch(/To be settled by you, where <<<<<<< stands:\n {2}README\.md/);
    expect(read('README.md')).toMatch(/<<<<<<< yours[\s\S]*ours[\s\S]*>>>>>>> newer engine/);
  });

  it('leaves out what was taken out here on purpose, and does nothing a second time', () => {
    commit(site, { 'src/old.ts': undefined });
    commit(engine, { 'src/a.ts': 'second\n' });
    expect(upgrade(`--from=${engine}`).status).toBe(0);
    expect(existsSync(path.join(site, 'src/old.ts'))).toBe(false);
    git(site, 'add', '-A');
    git(site, 'commit', '-qm', 'The engine of today');
    expect(upgrade().said).toContain('0 files replaced, 0 added, 0 removed');
    expect(git(site, 'status', '--porcelain')).toBe('');
  });

  it('says what it needs', () => {
    expect(upgrade()).toMatchObject({ status: 2, said: expect.stringContaining('address of the engine') });
    expect(upgrade('--form', engine)).toMatchObject({ status: 2, said: expect.stringContaining('found `--form`') });
    expect(upgrade('--from', '/nowhere')).toMatchObject({ status: 1, said: expect.stringContaining('/nowhere') });
    expect(upgrade('--from', engine, '--to', 'v9')).toMatchObject({ status: 1, said: expect.stringContaining('`v9`') });
    write(site, { 'src/a.ts': 'not committed\n' });
    expect(upgrade('--from', engine)).toMatchObject({ status: 1, said: expect.stringContaining('to be committed') });
    expect(read('src/a.ts')).toBe('not committed\n');
  });
});
