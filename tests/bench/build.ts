import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { medianOf, writeTable } from './table';

/*
 * How long a site of many pages takes to build, against plain Astro with the same Markdown and no theme: the median of
 * CPU time, with that of the programs which a build starts. `--pages 1000 --items 20 --runs 3`.
 */

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '1000' },
    items: { type: 'string', default: '20' },
    runs: { type: 'string', default: '3' },
    /** Leaves a profile of our build in this folder. */
    profile: { type: 'string' },
  },
});
const [pages, items, runs] = [values.pages, values.items, values.runs].map(Number) as [number, number, number];
const project = path.resolve(import.meta.dirname, '../..');
const temp = mkdtempSync(path.join(tmpdir(), 'runsheet-build-'));
const most = 1.25;

const subjects = ['database', 'queue', 'load balancer', 'certificate', 'cache', 'worker', 'backup', 'alert'];
const verbs = ['Check', 'Restart', 'Scale down', 'Drain', 'Restore', 'Rotate', 'Verify', 'Announce'];
const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

/** A page such as a team writes: three sections, prose, a table, links, and a list of steps. */
function writePage(n: number): string {
  const step = (i: number) =>
    `- [ ] ${pick(verbs, n + i)} the ${pick(subjects, i * 3 + n)} of \`node-${n}-${i}\`: it answers \`200\` within ${i + 1} s`;
  const section = (from: number, to: number, title: string) => [
    `## ${title} the ${pick(subjects, n + from)}`,
    `Before this, read [what others did](page-${(n * 7 + from) % pages}.md). It takes **${from + 5} minutes**; write down what you see.`,
    Array.from({ length: to - from }, (_, i) => step(from + i)).join('\n'),
  ];
  return [
    `# ${pick(verbs, n)} the ${pick(subjects, n)}, part ${n}`,
    'One reads, one does. Say what you see, then tick; what does not apply, mark as such.',
    ...section(0, Math.floor(items / 3), 'Prepare'),
    ...section(Math.floor(items / 3), Math.floor((2 * items) / 3), 'Change'),
    ...section(Math.floor((2 * items) / 3), items, 'Check'),
    '| Role | Name | Contact |\n| --- | --- | --- |\n| Lead | [Name] | [Contact] |\n| Deputy | [Name] | [Contact] |',
    '```sh\nsystemctl status chat\n```',
  ].join('\n\n');
}

function writeContent(): void {
  const folder = path.join(temp, 'content/runbooks');
  mkdirSync(folder, { recursive: true });
  for (let n = 0; n < pages; n++) writeFileSync(path.join(folder, `page-${n}.md`), `${writePage(n)}\n`);
}

const plain = {
  'package.json': '{ "type": "module" }',
  'astro.config.mjs': `import { satteri } from '@astrojs/markdown-satteri';
export default { markdown: { processor: satteri({}), syntaxHighlight: false } };`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { pages: defineCollection({ loader: glob({ pattern: '**/*.md', base: '../content/runbooks' }) }) };`,
  'src/pages/[...id].astro': `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () => (await getCollection('pages')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
const { Content } = await render(Astro.props.entry);
---
<html lang="en"><head><title>Page</title></head><body><Content /></body></html>`,
};

/** Plain Astro: one collection, one route, no styles, no scripts. */
function writePlainSite(): string {
  const root = path.join(temp, 'plain');
  for (const [name, text] of Object.entries(plain)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  // Beside both outputs, where a build looks for its packages.
  symlinkSync(path.join(project, 'node_modules'), path.join(temp, 'node_modules'));
  return root;
}

/** Written when the build ends: seconds of CPU of it and of what it started, from Linux's own books; else of it alone. */
const meter = `data:text/javascript,${encodeURIComponent(`
import { readFileSync, writeFileSync } from 'node:fs';
process.on('exit', () => {
  let seconds = (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
  try {
    const books = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
    seconds += (Number(books[13]) + Number(books[14])) / 100;
  } catch {}
  if (process.env.METER) writeFileSync(process.env.METER, String(seconds));
});`)}`;

function build(root: string, out: string): number {
  const file = path.join(temp, 'seconds');
  const isOurs = root === project;
  const profile = values.profile !== undefined && isOurs ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
  const astro = path.join(project, 'node_modules/astro/bin/astro.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...profile, '--import', meter, astro, 'build', '--root', root, '--outDir', path.join(temp, out), '--force'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e9,
      env: {
        ...process.env,
        METER: file,
        CI: 'true',
        ASTRO_TELEMETRY_DISABLED: '1',
        ...(isOurs ? { CONTENT_DIR: path.join(temp, 'content'), OUT_DIR: path.join(temp, out) } : {}),
      },
    },
  );
  if (status !== 0) throw new Error(`${root} could not be built:\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
  return Number(readFileSync(file, 'utf8'));
}

writeContent();
const root = writePlainSite();
// Turn by turn, so that a busy minute is both builds' minute.
const times = Array.from({ length: runs }, () => ({
  plain: build(root, 'plain-out'),
  ours: build(project, 'our-out'),
}));
if (
  readdirSync(path.join(temp, 'plain-out'), { recursive: true }).filter((name) => String(name).endsWith('index.html'))
    .length < pages
)
  throw new Error('Plain Astro built fewer pages.');
const [plainTime, ourTime] = [medianOf(times.map((time) => time.plain)), medianOf(times.map((time) => time.ours))];
const ratio = ourTime / plainTime;
process.stdout.write(
  `${writeTable(
    [`build of ${pages} pages, ${items} items each`, 'CPU seconds', 'a page, ms'],
    [
      ['plain Astro', plainTime.toFixed(1), ((1000 * plainTime) / pages).toFixed(1)],
      ['Runsheet', ourTime.toFixed(1), ((1000 * ourTime) / pages).toFixed(1)],
    ],
  )}\n\nratio ${ratio.toFixed(2)}, at most ${most}\n`,
);
rmSync(temp, { recursive: true });
process.exitCode = ratio > most ? 1 : 0;
