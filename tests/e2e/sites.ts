import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { editMvpRelease } from './edit-mvp-release';
import { writeHostilePages } from './hostile-site';
import { hostileNames, manyItems } from './made-pages';

/*
 * The sites that the tests look at, each built into a folder of its own below node_modules/.cache:
 *
 *   root      the real content, built as on somebody's machine: its revisions are recorded, in a copy
 *   after     the same once the first runbook was edited, built in CI: nothing is recorded
 *   team      the real content below /docs/team/, built in CI
 *   teamAfter the same, edited as “after” is
 *   fixtures  tests/e2e/content, with large pages made here, below /docs/fixtures/
 *   live      pages of many items, with a broker on this machine, below /docs/live/
 */

const cache = path.resolve('node_modules/.cache/e2e');

export const bases = {
  root: '/',
  after: '/',
  team: '/docs/team/',
  teamAfter: '/docs/team/',
  fixtures: '/docs/fixtures/',
  live: '/docs/live/',
} as const;

type Name = keyof typeof bases;

export const folderOf = (site: Name): string => path.join(cache, site);
const contentOf = (site: Name): string => path.join(cache, `content-${site}`);

/** Builds a site as `npm run build` does. `records`: as on somebody's machine, where revisions are written down. */
async function build(site: Name, content = 'content', records = false, more = {}): Promise<void> {
  const env = {
    ...process.env,
    CI: records ? '' : 'true',
    CONTENT_DIR: path.relative('.', content),
    OUT_DIR: path.relative('.', folderOf(site)),
    BASE_PATH: bases[site],
    SITE_URL: 'http://localhost',
    ASTRO_TELEMETRY_DISABLED: '1',
    ...more,
  };
  await promisify(execFile)('node_modules/.bin/astro', ['build'], { env }).catch((error: unknown) => {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The site “${site}” could not be built:\n${stdout}${stderr}`, { cause: error });
  });
}

function copyContent(from: string, site: Name): string {
  const to = contentOf(site);
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  return to;
}

/** The address of the broker that the site “live” was built for. */
const brokerFile = path.join(cache, 'broker');

/** Builds the site with live rooms, unless that has been done for this broker. */
export async function buildLive(broker: string): Promise<void> {
  if (existsSync(brokerFile) && readFileSync(brokerFile, 'utf8') === broker) return;
  const content = contentOf('live');
  mkdirSync(path.join(content, 'runbooks'), { recursive: true });
  cpSync('tests/e2e/content/runbooks/refit-the-pump.md', path.join(content, 'runbooks/refit-the-pump.md'));
  writeFileSync(path.join(content, 'runbooks/many-items.md'), manyItems(900));
  writeFileSync(path.join(content, 'site.yaml'), 'title: Live\nlive:\n  broker: wss://broker.example.com/mqtt\n');
  await build('live', content, false, { LIVE_BROKER: broker });
  writeFileSync(brokerFile, broker);
}

/** Copies the Markdown that people have, a page for each fixture of tests/markdown/fixtures, into one site. */
function copyRealPages(to: string): void {
  const from = 'tests/markdown/fixtures/runbooks';
  for (const name of readdirSync(from).filter((one) => one.startsWith('real-'))) {
    for (const file of readdirSync(path.join(from, name))) {
      if (/^(?:expected|broken|warnings|error)\./.test(file)) continue;
      const named = file.replace(/^input/, name.slice('real-'.length));
      cpSync(path.join(from, name, file), path.join(to, named));
    }
  }
  for (const name of ['Incident #7.md', 'ready?.md', '100%.markdown', 'Loud.MD']) {
    writeFileSync(path.join(to, name), `# ${name}\n\n- [ ] Do it\n`);
  }
}

/** Tells whether a site is wanted: all are, unless E2E_SITES names some (“root,fixtures”). */
export const isWanted = (site: Name): boolean => process.env.E2E_SITES?.split(',').includes(site) ?? true;

async function buildRoot(): Promise<void> {
  await build('root', copyContent('content', 'root'), true);
  const edited = copyContent(contentOf('root'), 'after');
  editMvpRelease(path.join(edited, 'runbooks/mvp-release.mdx'));
  if (isWanted('after')) await build('after', edited);
  if (isWanted('teamAfter')) await build('teamAfter', edited);
}

async function buildFixtures(): Promise<void> {
  const fixtures = copyContent('tests/e2e/content', 'fixtures');
  writeFileSync(path.join(fixtures, 'runbooks/many-items.md'), manyItems(2000));
  writeFileSync(path.join(fixtures, 'runbooks/two-tabs.md'), manyItems(400));
  writeFileSync(path.join(fixtures, 'runbooks/hostile-names.md'), hostileNames);
  writeHostilePages(path.join(fixtures, 'runbooks'));
  copyRealPages(path.join(fixtures, 'runbooks/real'));
  await build('fixtures', fixtures);
}

/** Builds those that are wanted, one after the other: they share Astro's store of content. */
export async function buildSites(): Promise<void> {
  if (isWanted('live')) rmSync(brokerFile, { force: true });
  if (isWanted('root')) await buildRoot();
  if (isWanted('team')) await build('team');
  if (isWanted('fixtures')) await buildFixtures();
}
