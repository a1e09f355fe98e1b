import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { createCompiler } from '~/build/check/check';
import { listFiles } from '~/build/list-files';
import { planOffline } from '~/build/output/offline';
import { rememberTexts, writeRevisionFile } from '~/core/revision/remember';
import { createRevisionFile, recordRevision } from '~/core/revision/revision';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { writeParts } from '../write-parts';
import { fileOf, writePages } from './many-pages';
import { measureBuild } from './measure-build';
import { findDifferences } from './same-files';
import { medianOf, writeTable } from './table';

/*
 * `npm run bench:scale`: what grows with a site, measured at three sizes and estimated for ten times the largest, and what grows with the
 * revisions of a page. Writes the tables of deploy/SCALE.md; `-- --pages 100,1000,5000` says the sizes. Seconds are those of the
 * processor, on this machine.
 */

const { values } = parseArgs({ options: { pages: { type: 'string', default: '100,1000,5000' } } });
const sizes = values.pages.split(',').map(Number);
const items = 20;
const project = path.resolve(import.meta.dirname, '../..');
const temp = mkdtempSync(path.join(tmpdir(), 'runsheet-scale-'));

/** The figures of a site, by their names in the table. Bytes are those of brotli, unless they are said to be on the disk. */
type Figures = Record<string, number>;

const kilobytes = (bytes: number) => bytes / 1000;
const packed = (file: string) => brotliCompressSync(readFileSync(file)).length;

function weighSite(site: string): Figures {
  const files = listFiles(site);
  const weigh = (name: string) => kilobytes(packed(path.join(site, name)));
  const sizeOf = (some: readonly string[]) => some.reduce((sum, file) => sum + statSync(path.join(site, file)).size, 0);
  const index = files.filter((file) => file.startsWith('pagefind/'));
  const pages = files.filter((file) => /^runbooks\/.*\/index\.html$/.test(file)).slice(0, 50);
  const copied = planOffline(site, '/').files.map(({ url }) => decodeURIComponent(url));
  return {
    'host: files': files.length,
    'host: MB on the disk': sizeOf(files) / 1e6,
    '… of them of the search index, MB': sizeOf(index) / 1e6,
    'a page, kB': medianOf(pages.map(weigh)),
    'home page, kB': weigh('index.html'),
    'tree of pages, kB': weigh('pages.json'),
    'list that finds the page of a link, kB': weigh('links.json'),
    'search: lists before the first word, kB':
      weigh('pagefind/start.json') + kilobytes(sizeOf(index.filter((file) => file.endsWith('.pf_meta')))),
    'search: the largest part of the index, kB': kilobytes(
      Math.max(...index.filter((file) => file.endsWith('.pf_index')).map((file) => sizeOf([file]))),
    ),
    'offline copy: files': copied.length,
    'offline copy: MB on the disk': sizeOf(copied) / 1e6,
    '… and as it is sent, MB': copied.reduce((sum, file) => sum + packed(path.join(site, file)), 0) / 1e6,
    'its script, asked for at each visit, kB': weigh('sw.js'),
  };
}

/** The figures of a site of so many pages: of a clean build, and of the next one after one file has changed. */
async function measureSize(pages: number): Promise<Figures> {
  const folder = path.join(temp, String(pages));
  const content = path.join(folder, 'content');
  writePages(content, pages, items);
  const build = (out: string, isClean: boolean) =>
    measureBuild({ root: project, out: path.join(folder, out), settings: { CONTENT_DIR: content }, isClean });
  const clean = await build('clean', true);
  const file = path.join(content, fileOf(pages >> 1));
  writeFileSync(file, readFileSync(file, 'utf8').replace('Say what you see', 'Say aloud what you see'));
  const changed = await build('changed', false);
  const weighed = weighSite(path.join(folder, 'clean'));
  const different = findDifferences(path.join(folder, 'clean'), path.join(folder, 'changed'));
  const published = different.filter((name) => existsSync(path.join(folder, 'changed', name)));
  rmSync(folder, { recursive: true });
  return {
    'build: CPU seconds': clean.seconds,
    'build: MB of memory': clean.memory,
    'build after one file has changed: CPU seconds': changed.seconds,
    'files to publish after it': published.length,
    '… of them of the search index': published.filter((name) => name.startsWith('pagefind/')).length,
    ...weighed,
  };
}

/** The figure that a straight line through the two largest sizes gives for another one. */
function drawOn(measured: readonly number[], to: number): number {
  const [before = NaN, last = NaN] = measured.slice(-2);
  const [smaller = NaN, largest = NaN] = sizes.slice(-2);
  return last + ((last - before) / (largest - smaller)) * (to - largest);
}

const show = (value: number): string =>
  value < 10 ? String(Number(value.toFixed(2))) : Math.round(value).toLocaleString('en');

function writeGrowth(all: readonly Figures[]): string[] {
  const far = 10 * (sizes.at(-1) ?? 0);
  const head = [
    '',
    ...sizes.map((size) => `${size.toLocaleString('en')} pages`),
    `${far.toLocaleString('en')}, estimated`,
  ];
  const rows = Object.keys(all[0] ?? {}).map((name) => {
    const measured = all.map((figures) => figures[name] ?? NaN);
    return [name, ...measured.map(show), show(drawOn(measured, far))];
  });
  return writeTable(head, rows).split('\n');
}

/** A page of 100 items after so many revisions, each of which adds one item and rewords another: the bytes of its revision file. */
function weighRevisions(count: number): { disk: number; packed: number } {
  const content = path.join(temp, 'revisions');
  writePages(content, 1, 100);
  const file = path.join(content, fileOf(0));
  const source = readFileSync(file, 'utf8');
  const compile = createCompiler({ contentDir: content, base: '/' });
  let revisions = createRevisionFile('runbooks/page-0');
  for (let n = 0; n < count; n++) {
    const added = Array.from({ length: n }, (_, i) => `- [ ] Added in revision ${i + 1}: watch node ${i} for a minute`);
    writeFileSync(
      file,
      `${source.replace('Say what you see', `Say what you see, ${n} times`)}\n## Added\n\n${added.join('\n')}\n`,
    );
    const { page } = compile(file).data;
    revisions = rememberTexts(recordRevision(revisions, snapshotPageOf(page)), page);
  }
  const text = writeRevisionFile(revisions);
  return { disk: kilobytes(text.length), packed: kilobytes(brotliCompressSync(text).length) };
}

const all: Figures[] = [];
for (const size of sizes) all.push(await measureSize(size));
const counts = [1, 10, 100];
const revisions = counts.map(weighRevisions);
rmSync(temp, { recursive: true });
await writeParts('deploy/SCALE.md', [
  ['growth', writeGrowth(all)],
  [
    'revisions',
    writeTable(
      ['a page of 100 items', ...counts.map((count) => `${count} revision${count === 1 ? '' : 's'}`)],
      [
        ['its revision file, kB in the repository', ...revisions.map(({ disk }) => show(disk))],
        ['… as a reader loads it, kB', ...revisions.map(({ packed: loaded }) => show(loaded))],
      ],
    ).split('\n'),
  ],
]);
