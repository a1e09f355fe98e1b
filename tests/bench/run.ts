import { parseArgs } from 'node:util';
import { measure as measureBuilds } from './build';
import { isOver, showNumber, type Figure } from './figure';
import { measure as measureLighthouse } from './lighthouse';
import { measure as measureLinks } from './snapshot';
import { measure as measurePage } from './page';
import { measure as measureSearch } from './search';
import { measure as measureTicks } from './ticks';
import { writeTable } from './table';

/*
 * Measures what the budgets are about, and prints one table: the figure, its budget, and what was measured beside it. Ratios come from
 * turns, so that a busy minute is everybody's minute; all figures but sizes mean something only on a machine with nothing else to do.
 * `npm run bench` measures all; `npm run bench -- page ticks` these two; `npm run bench -- build --pages 32,1000,5000 --turns 3`. With `--starlight`
 * that is installed and measured too.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '32,1000' },
    items: { type: 'string', default: '20' },
    turns: { type: 'string', default: '3' },
    profile: { type: 'string' },
    starlight: { type: 'boolean', default: false },
  },
});
const pages = values.pages.split(',').map(Number);

const measures: Record<string, () => Figure[] | Promise<Figure[]>> = {
  links: measureLinks,
  page: () => measurePage(values.starlight),
  ticks: measureTicks,
  search: () => measureSearch(pages.filter((count) => count > 100)),
  build: () => measureBuilds({ ...values, pages, items: Number(values.items), turns: Number(values.turns) }),
  lighthouse: measureLighthouse,
};

const unknown = positionals.filter((name) => !Object.hasOwn(measures, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')} to measure: ${Object.keys(measures).join(', ')}.\n`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(measures))
  if (positionals.length === 0 || positionals.includes(name)) figures.push(...(await measure()));
process.stdout.write(
  `${writeTable(
    ['figure', 'measured', 'at most', 'beside it'],
    figures.map((figure) => [
      `${figure.what}${isOver(figure) ? ' (over)' : ''}`,
      showNumber(figure.measured),
      figure.most === undefined ? '' : showNumber(figure.most),
      figure.beside ?? '',
    ]),
  )}\n`,
);
process.exitCode = figures.some(isOver) ? 1 : 0;
