import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDifferences } from '../bench/same-files';

/*
 * A build that takes what an earlier one has kept gives the same files as one that takes nothing. The engine is copied to a folder from
 * which it finds its packages, so that it can be changed too, and keeps nothing for other tests.
 */

let root: string;
const at = (name: string): string => path.join(root, name);
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(at(`content/${file}`)), { recursive: true });
  writeFileSync(at(`content/${file}`), text);
};
const settings: Record<string, string> = {};

/** Builds the site as on somebody's machine; gives what was said. */
async function build(out: string, ...options: string[]): Promise<string> {
  const env = { ...process.env, ...settings, CI: '', OUT_DIR: at(out), ASTRO_TELEMETRY_DISABLED: '1' };
  const astro = path.resolve('node_modules/astro/bin/astro.mjs');
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [astro, 'build', ...options], {
    cwd: root,
    env,
  });
  return stdout + stderr;
}

beforeAll(async () => {
  mkdirSync('node_modules/.cache', { recursive: true });
  root = mkdtempSync(path.resolve('node_modules/.cache/second-build-'));
  for (const name of ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(name, at(name), { recursive: true });
  write('site.yaml', 'title: Night shift\nrepository: https://example.com/team/shop\n');
  write(
    'runbooks/release.md',
    '# Release\n\n- [ ] Back up: [how](../guides/backups.md#by-hand)\n- [ ] [Log](../log.txt)\n',
  );
  write('runbooks/plain.md', '# Plain\n\n- [] Not a step\n- [ ] A step\n');
  write('guides/backups.md', '# Backups\n\n## By hand\n\nSee [the drill](drill.md).\n');
  write('log.txt', 'one');
  cpSync('src/build/look/icon-512.png', at('content/guides/dot.png'));
  write('guides/drill.md', '# Drill\n\nOnce a month.\n');
  write(
    'guides/module.mdx',
    "import Note from '~/components/mdx/Note.astro';\n\n# Module\n\n<Note>{/* no */}Well.</Note>\n\n[How](backups.md#by-hand)\n",
  );
  await build('site');
}, 180_000);
afterAll(() => rmSync(root, { recursive: true }));

const page = (file: string): string => readFileSync(at(`site/${file}/index.html`), 'utf8');

describe('a second build gives the files of a clean one', () => {
  it('where nothing has changed: it is the same site, also in another place, with the same warnings', async () => {
    expect(await build('site')).toMatch(/plain\.md:3 .*\n.*Nothing has changed/);
    await build('elsewhere');
    expect(findDifferences(at('site'), at('elsewhere'))).toEqual([]);
    // A site that somebody has touched is none to take.
    appendFileSync(at('elsewhere/index.html'), 'touched');
    expect(await build('site')).not.toContain('Nothing has changed');
    expect(findDifferences(at('site'), at('elsewhere'))).toEqual(['index.html']);
  }, 180_000);

  type Step = [change: () => void, isSeen: () => boolean];
  const changes: [what: string, steps: Step[]][] = [
    [
      'pages: a heading that another page links to, a new page with a picture, a file and pages that are gone',
      [
        [
          () => write('guides/backups.md', '# Copies\n\n## By machine\n\nSee [the drill](drill.md).\n'),
          () => page('guides/drill').includes('Copies') && !page('runbooks/release').includes('#by-hand"'),
        ],
        [
          () => {
            write('guides/nearby.md', '# Nearby\n\nSee [backups](backups.md).\n\n![A dot](dot.png)\n');
            rmSync(at('content/log.txt'));
          },
          () => page('guides/drill').includes('Nearby') && !page('runbooks/release').includes('log.txt"'),
        ],
        [
          () => {
            rmSync(at('content/guides/drill.md'));
            rmSync(at('content/guides/nearby.md'));
          },
          () => !page('guides/backups').includes('href="/guides/drill/'),
        ],
      ],
    ],
    [
      'settings: in site.yaml, and in the environment',
      [
        [() => write('site.yaml', 'title: Day shift\nlang: de\n'), () => page('runbooks/plain').includes('Day shift')],
        [() => void (settings.BASE_PATH = '/docs/'), () => page('runbooks/plain').includes('href="/docs/')],
      ],
    ],
    [
      'the engine',
      [
        [
          () => appendFileSync(at('src/styles/prose.css'), '@layer prose{.of-another-engine{color:red}}'),
          () => page('runbooks/plain').includes('of-another-engine'),
        ],
      ],
    ],
  ];
  it.each(changes)(
    'after changes of %s',
    async (_, steps) => {
      for (const [change, isSeen] of steps) {
        change();
        await build('site');
        expect(isSeen()).toBe(true);
      }
      await build('clean', '--force');
      expect(findDifferences(at('site'), at('clean'))).toEqual([]);
    },
    180_000,
  );
});
