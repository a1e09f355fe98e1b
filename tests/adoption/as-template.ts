import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { copyCommitted } from './as-action';
import { git, makeFolder, makeStopwatch, run, tickIn, write } from './steps';

/** A template: a repository made from this one, its content replaced, then two newer engines taken over. */
export async function adoptAsTemplate(repository: string): Promise<void> {
  const engine = makeFolder('engine');
  await copyCommitted(repository, engine);
  await git(engine, 'init', '-q', '-b', 'main');
  await git(engine, 'add', '-A');
  await git(engine, 'commit', '-qm', 'The engine');

  const watch = makeStopwatch('As a template');
  const site = makeFolder('site');
  cpSync(engine, site, { recursive: true });
  rmSync(path.join(site, '.git'), { recursive: true });
  await git(site, 'init', '-q', '-b', 'main');
  await git(site, 'add', '-A');
  await git(site, 'commit', '-qm', 'Initial commit');
  rmSync(path.join(site, 'content'), { recursive: true });
  write(site, {
    'content/site.yaml': 'title: Shop\n',
    'content/runbooks/restart.md': '# Restart the queue\n\n- [ ] Stop the workers\n- [ ] Start them\n',
  });
  await git(site, 'add', '-A');
  await git(site, 'commit', '-qm', 'Our own runbooks');
  await run(site, 'npm', ['ci', '--no-audit', '--no-fund']);
  watch.lap('npm ci');
  await run(site, 'npm', ['run', 'build']);
  watch.lap('npm run build');
  await tickIn(path.join(site, 'dist'), 'runbooks/restart/', 'Stop the workers');
  watch.lap('opened and ticked');
  watch.stop();
  await git(site, 'add', '-A');
  await git(site, 'commit', '-qm', 'The revisions of our runbooks');

  const words = path.join(engine, 'src/words/en.ts');
  const say = async (title: string, version: string) => {
    writeFileSync(
      words,
      readFileSync(words, 'utf8').replace(/contents: '(?:On this page|In short|At a glance)'/, `contents: '${title}'`),
    );
    write(engine, { 'content/runbooks/example.md': `# ${version}\n` });
    await git(engine, 'add', '-A');
    await git(engine, 'commit', '-qm', version);
    await git(engine, 'tag', version);
  };
  const contentOf = () => run(site, 'git', ['ls-files', '-s', 'content']);
  const before = await contentOf();
  for (const [title, version, args] of [
    ['In short', 'v2', ['--', '--from', engine, '--to', 'v2']],
    ['At a glance', 'v3', []],
  ] as const) {
    await say(title, version);
    expect(await run(site, 'npm', ['run', 'upgrade', ...args])).toContain('1 files replaced');
    expect(await run(site, 'git', ['status', '--porcelain', 'content'])).toBe('');
    await git(site, 'add', '-A');
    await git(site, 'commit', '-qm', `The engine ${version}`);
    watch.lap(`npm run upgrade to ${version}`);
  }
  expect(await contentOf()).toBe(before);
  expect(existsSync(path.join(site, 'content/runbooks/example.md'))).toBe(false);
  await run(site, 'npm', ['run', 'build']);
  expect(readFileSync(path.join(site, 'dist/runbooks/restart/index.html'), 'utf8')).toContain(
    '<title>Restart the queue · Shop',
  );
  expect(readFileSync(path.join(site, 'src/words/en.ts'), 'utf8')).toContain("contents: 'At a glance'");
  watch.lap('npm run build with the newest engine');
}
