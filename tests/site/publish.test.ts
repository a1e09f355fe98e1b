import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publish } from '~/build/output/publish';

let root: string;
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

beforeEach(() => {
  // Content is named from the project's folder: its images and modules are looked for there.
  mkdirSync('node_modules/.cache', { recursive: true });
  root = mkdtempSync(path.resolve('node_modules/.cache/runsheet-publish-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a finished site', () => {
  it('takes the place of the last one, of which only its history stays', () => {
    write('site/old.html', 'old');
    write('site/.git', 'gitdir: elsewhere');
    write('.making/new.html', 'new');
    publish(path.join(root, '.making'), path.join(root, 'site'));
    expect(readdirSync(path.join(root, 'site')).toSorted()).toEqual(['.git', 'new.html']);
    expect(readdirSync(root)).toEqual(['site']);
  });

  it('is there where none was before', () => {
    write('.making/new.html', 'new');
    publish(path.join(root, '.making'), path.join(root, 'site'));
    expect(read('site/new.html')).toBe('new');
  });
});

/** Builds the content below `root`; what the build said, and its exit code. */
async function build(): Promise<{ code: number; said: string }> {
  const relative = path.relative('.', root);
  const env = {
    ...process.env,
    CI: 'true',
    CONTENT_DIR: `${relative}/content`,
    OUT_DIR: `${relative}/site`,
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  const done = promisify(execFile)('node_modules/.bin/astro', ['build'], { env });
  return done.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, said: stdout + stderr }),
  );
}

describe('a build that fails leaves the last good site, exits with an error and names the file', () => {
  const breaches: [what: string, file: string, text: string][] = [
    ['MDX that is none, where the site is strict', 'guides/broken.mdx', '# One\n\nLog in to <cluster_name>\n'],
    [
      'a component that is not there, where the site is strict',
      'guides/broken.mdx',
      "import Gone from './Gone.astro';\n\n# One\n\n<Gone />\n",
    ],
    ['revisions that cannot be read', 'revisions/runbooks/fine.json', '{"cut'],
  ];
  it.each(breaches)('for %s', async (_, file, text) => {
    write('content/runbooks/fine.md', '# Fine\n\n- [ ] Ping\n');
    write('site/index.html', 'last good');
    write('content/site.yaml', 'strict: true\n');
    write(`content/${file}`, text);
    const { code, said } = await build();
    expect(said).toContain(path.basename(file));
    expect(code).toBe(1);
    expect(readdirSync(path.join(root, 'site'))).toEqual(['index.html']);
    expect(read('site/index.html')).toBe('last good');
  });

  it('but one page in trouble takes no other down: it is named, and shown as plain Markdown', async () => {
    write('content/runbooks/fine.md', '# Fine\n\n- [ ] Ping\n');
    write('content/guides/broken.mdx', '# One\n\nLog in to <cluster_name>\n');
    write('content/runbooks/failing.mdx', '# Two\n\n- [ ] Ping {JSON.parse("no")}\n');
    write('content/guides/stopping.mdx', 'export const plan = JSON.parse("{");\n\n# Three\n\nThe plan is {plan}\n');
    const { code, said } = await build();
    expect(said).toContain('broken.mdx');
    expect(said).toMatch(/runbooks\/failing\.mdx:1 {2}Expected code that runs, found that it fails: Unexpected token/);
    expect(said).toMatch(/guides\/stopping\.mdx:1 {2}Expected code that runs, found that it fails: Expected property/);
    expect(code).toBe(0);
    expect(read('site/runbooks/failing/index.html')).toContain('Ping {JSON.parse(');
    expect(read('site/guides/stopping/index.html')).toContain('The plan is {plan}');
    expect(read('site/runbooks/fine/index.html')).toContain('Ping');
    expect(read('site/guides/broken/index.html')).toContain('cluster_name');
  });

  it('and one that succeeds takes its place', async () => {
    write('content/runbooks/fine.md', '# Fine\n\n- [ ] Ping\n');
    write('site/old.html', 'last good');
    expect((await build()).code).toBe(0);
    expect(existsSync(path.join(root, 'site/runbooks/fine/index.html'))).toBe(true);
    expect(readdirSync(root).toSorted()).toEqual(['content', 'site']);
    expect(existsSync(path.join(root, 'site/old.html'))).toBe(false);
  });
});
