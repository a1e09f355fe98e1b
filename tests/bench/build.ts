import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { showNumber, type Figure } from './figure';
import { fileOf, writePages } from './many-pages';
import { measureBuild, phases, type Measured } from './measure-build';
import { writePlainSite } from './plain-site';
import { writeStarlightSite } from './starlight-site';
import { findDifferences } from './same-files';
import { medianOf, writeTable } from './table';

/*
 * The cost of building a site, against plain Astro with Pagefind and the same Markdown: seconds of the processor and memory, in turns,
 * so that a busy minute is both builds' minute; then once more with nothing changed, and with one file changed, whose bytes must be
 * those of a clean build. Linux alone keeps the books that it reads.
 */

export interface Options {
  pages: readonly number[];
  /** Items of each page. */
  items: number;
  turns: number;
  /** A profile of the first build is left in this folder. */
  profile?: string | undefined;
  /** Starlight builds the same Markdown in each turn. */
  starlight: boolean;
}

const project = path.resolve(import.meta.dirname, '../..');
const temp = mkdtempSync(path.join(tmpdir(), 'runsheet-build-'));

/** Up to so many pages a site is about as large as the one that it comes as. */
const small = 100;

/** The budgets: a clean build over plain Astro's, of a small site and of others; a later build over a clean one. */
const most = { small: 1.5, clean: 1.3, again: 1 / 3 };

interface Turn {
  plain: Measured;
  clean: Measured;
  same: Measured;
  changed: Measured;
  starlight?: Measured;
}

async function measureTurn(pages: number, turn: number, { items, profile, starlight }: Options): Promise<Turn> {
  const folder = path.join(temp, `${pages}-${turn}`);
  const content = path.join(folder, 'content');
  writePages(content, pages, items);
  writePlainSite(path.join(folder, 'plain'), content, path.join(project, 'node_modules'));
  const ours = (out: string, isClean: boolean, kept?: string) =>
    measureBuild({
      root: project,
      out: path.join(folder, out),
      settings: { CONTENT_DIR: content },
      isClean,
      profile: kept,
    });
  const plain = await measureBuild({
    root: path.join(folder, 'plain'),
    out: path.join(folder, 'plain-site'),
    isClean: true,
  });
  const beside = starlight
    ? await measureBuild({ ...writeStarlightSite(content), out: path.join(folder, 'starlight'), isClean: true })
    : undefined;
  const clean = await ours('clean', true, turn === 0 ? profile : undefined);
  const same = await ours('again', false);
  expectSame(folder, 'clean', 'again');
  const file = path.join(content, fileOf(pages >> 1));
  writeFileSync(file, readFileSync(file, 'utf8').replace('Say what you see', 'Say aloud what you see'));
  const changed = await ours('changed', false);
  // Once is enough: a build of five thousand pages takes a while.
  if (turn === 0) {
    await ours('clean-again', true);
    expectSame(folder, 'clean-again', 'changed');
  }
  rmSync(folder, { recursive: true });
  return { plain, clean, same, changed, ...(beside && { starlight: beside }) };
}

function expectSame(folder: string, one: string, other: string): void {
  const different = findDifferences(path.join(folder, one), path.join(folder, other));
  if (different.length > 0)
    throw new Error(`A later build gave other bytes than a clean one: ${different.slice(0, 9).join(', ')}`);
}

/** The median of a figure of one build over the turns. */
const medianBy = (turns: readonly Turn[], build: keyof Turn, part: (measured: Measured) => number) =>
  medianOf(turns.flatMap((turn) => (turn[build] ? part(turn[build]) : [])));
const secondsOf = (turns: readonly Turn[], build: keyof Turn) => medianBy(turns, build, ({ seconds }) => seconds);
/** Turn by turn, because both builds of a turn had the same machine. */
const ratioOf = (turns: readonly Turn[], build: keyof Turn, to: keyof Turn) =>
  medianOf(turns.map((turn) => (turn[build]?.seconds ?? NaN) / (turn[to]?.seconds ?? NaN)));

const round = (value: number) => value.toFixed(value < 10 ? 2 : 1);
const builds = {
  plain: 'Astro with Pagefind',
  starlight: 'Starlight',
  clean: 'Runsheet',
  same: '… nothing changed',
  changed: '… one file changed',
};

/** Prints a table of phases for each size. */
export async function measure(options: Options): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const pages of options.pages) {
    const turns: Turn[] = [];
    for (let turn = 0; turn < options.turns; turn++) turns.push(await measureTurn(pages, turn, options));
    const built = (Object.entries(builds) as [keyof Turn, string][]).filter(([build]) => turns[0]?.[build]);
    const rows = built.map(([build, name]) => [
      name,
      round(secondsOf(turns, build)),
      ...phases.map((phase) => round(medianBy(turns, build, ({ steps }) => steps[phase]))),
      round((1000 * secondsOf(turns, build)) / pages),
      Math.round(medianBy(turns, build, ({ memory }) => memory)),
    ]);
    const head = [`${pages} pages, ${options.items} items each`, 'CPU seconds', ...phases, 'a page, ms', 'MB'];
    process.stdout.write(`${writeTable(head, rows)}\n\n`);
    figures.push(
      {
        what: `build of ${pages} pages, to Astro with Pagefind`,
        measured: ratioOf(turns, 'clean', 'plain'),
        most: pages <= small ? most.small : most.clean,
        beside: `${round(secondsOf(turns, 'clean'))} and ${round(secondsOf(turns, 'plain'))} CPU s${
          options.starlight ? `; Starlight ${showNumber(ratioOf(turns, 'starlight', 'plain'))} ×` : ''
        }`,
      },
      {
        what: `build of ${pages} pages, nothing changed, to clean`,
        measured: ratioOf(turns, 'same', 'clean'),
        most: most.again,
      },
      {
        what: `build of ${pages} pages, one file changed, to clean`,
        measured: ratioOf(turns, 'changed', 'clean'),
        most: most.again,
      },
    );
  }
  rmSync(temp, { recursive: true });
  return figures;
}
