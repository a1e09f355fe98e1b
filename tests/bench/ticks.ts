import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { serve } from '../e2e/serve';
import { buildSite, launchBrowser, slowDown } from './browser';
import { showNumber, type Figure } from './figure';
import { medianOf, writeTable } from './table';

/*
 * The cost of a tick on pages of 100 to 5,000 items, with the processor slowed four times: its script, and the style and layout after it,
 * beside the same page whose scripts are left out, so that its boxes do nothing, in turns. Then the same in a run that holds an entry for
 * each item, with what such a tick writes, and what a press of the mouse costs there; and what a kept run adds to the opening of its page.
 */

const sizes = [100, 500, 2000, 5000];
const ticks = 30;
const presses = 8;
const turns = 3;
const temp = mkdtempSync(path.join(tmpdir(), 'runsheet-ticks-'));

function writeList(count: number): void {
  const lines = Array.from({ length: count }, (_, i) => {
    const heading = i % 10 === 0 ? `\n## Section ${i / 10 + 1}\n\n` : '';
    return `${heading}- [ ] Check number ${i + 1} of the cluster`;
  });
  writeFileSync(path.join(temp, 'content/runbooks', `items-${count}.md`), `# ${count} items\n${lines.join('\n')}\n`);
}

interface Cost {
  script: number;
  rendering: number;
  /** Characters that a tick puts into localStorage. */
  written: number;
}

/** All that a page's main thread has done so far, in milliseconds. */
async function workOf(client: CDPSession): Promise<number> {
  await client.send('Performance.enable');
  const { metrics } = await client.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

/** The median cost of a page's ticks, and the mean of all that its main thread did for one until it was at rest again, in milliseconds. */
type WholeCost = Cost & { work: number };

async function costTicks(page: Page): Promise<WholeCost> {
  const client = await slowDown(page);
  const before = await workOf(client);
  const costs = await page.evaluate(async (count) => {
    let written = 0;
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (name, value) {
      written += value.length;
      setItem.call(this, name, value);
    };
    const boxes = [...document.querySelectorAll<HTMLInputElement>('.row input')];
    const all: Cost[] = [];
    for (const box of boxes.slice(0, count)) {
      const before = performance.now();
      box.click();
      const clicked = performance.now();
      document.body.getBoundingClientRect();
      const rendered = performance.now();
      await new Promise((rest) => setTimeout(rest, 120));
      all.push({ script: clicked - before, rendering: rendered - clicked, written });
      written = 0;
    }
    return all.slice(5);
  }, ticks);
  const work = ((await workOf(client)) - before) / ticks;
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const medianBy = (part: keyof Cost) => medianOf(costs.map((cost) => cost[part]));
  return { script: medianBy('script'), rendering: medianBy('rendering'), written: medianBy('written'), work };
}

/**
 * The mean of all that the main thread does for a press of the mouse on a box, the way to it included, in milliseconds: a browser looks
 * for what lies under the mouse several times a press, which no click by a script shows.
 */
async function costPresses(page: Page): Promise<number> {
  const places = await page.evaluate(
    (count) =>
      [...document.querySelectorAll('.row input')]
        .map((box) => box.getBoundingClientRect())
        .flatMap(({ x, y, width, height }) =>
          y > 200 && y < innerHeight - 200 ? [[x + width / 2, y + height / 2] as const] : [],
        )
        .slice(0, count),
    presses,
  );
  const client = await slowDown(page);
  const before = await workOf(client);
  for (const [x, y] of places) {
    await page.mouse.click(x, y);
    await page.waitForTimeout(120);
  }
  const work = (await workOf(client)) - before;
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return work / places.length;
}

/** Marks every item of a page in its run, by the import of a run as people would do it, and opens the page anew. */
async function fillRun(page: Page): Promise<void> {
  await page.locator('.row input').first().click();
  await page.waitForFunction(() => Object.values(localStorage).some((text) => String(text).includes('"mark/')));
  await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[data-item]')].map((row) => row.id);
    const name = Object.keys(localStorage).find((key) => {
      const text = localStorage.getItem(key) ?? '';
      return text.startsWith('{') && text.includes(`"mark/${ids[0]}"`);
    });
    if (name === undefined) throw new Error('The run is not kept where it was.');
    const record = JSON.parse(localStorage.getItem(name) ?? '') as { entries: unknown[][] };
    const first = record.entries.find((entry) => entry[0] === `mark/${ids[0]}`) ?? [];
    record.entries = [...record.entries, ...ids.slice(1).map((id) => [`mark/${id}`, ...first.slice(1)])];
    localStorage.setItem(name, JSON.stringify(record));
  });
  await page.reload({ waitUntil: 'networkidle' });
}

/** Milliseconds from the start of a page's opening to its first frame. */
async function timeOpening(page: Page, address: string): Promise<number> {
  const client = await slowDown(page);
  await page.goto(address, { waitUntil: 'load' });
  const first = await page.evaluate(
    () =>
      new Promise<number>((found) =>
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) found(paint.startTime);
        }).observe({ type: 'paint', buffered: true }),
      ),
  );
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return first;
}

async function measurePage(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const plain = await context.newPage();
  await plain.route('**/*.js', (route) => route.abort());
  await plain.goto(address, { waitUntil: 'load' });
  const still = await costTicks(plain);
  const stillPress = await costPresses(plain);
  await plain.close();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const ours = await costTicks(page);
  await fillRun(page);
  const full = await costTicks(page);
  const fullPress = await costPresses(page);
  await page.close();
  const kept = await context.newPage();
  const opening = await timeOpening(kept, address);
  await kept.close();
  await context.close();
  const fresh = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const empty = await timeOpening(fresh, address);
  await fresh.close();
  return { still, ours, full, stillPress, fullPress, opening, empty };
}

const whole = ({ script, rendering }: Cost) => script + rendering;

const head = [
  'items',
  'script, ms',
  'style and layout, ms',
  'without scripts, ms',
  'ratio',
  'all work, ms',
  'all work without scripts, ms',
  'full run, ms',
  'a press in it, all work, ms',
  'a press without scripts, ms',
  'characters written',
  'first frame, ms',
  'with the run, ms',
];

/** Prints the whole table as well. */
export async function measure(): Promise<Figure[]> {
  mkdirSync(path.join(temp, 'content/runbooks'), { recursive: true });
  sizes.forEach(writeList);
  buildSite({ content: path.join(temp, 'content'), out: path.join(temp, 'site') });
  const site = await serve({ '/': path.join(temp, 'site') });
  const browser = await launchBrowser();
  const all = new Map(sizes.map((size) => [size, [] as Awaited<ReturnType<typeof measurePage>>[]]));
  for (let turn = 0; turn < turns; turn++)
    for (const size of sizes) all.get(size)?.push(await measurePage(browser, `${site.origin}/runbooks/items-${size}/`));
  await browser.close();
  await site.stop();
  rmSync(temp, { recursive: true });
  const by = (size: number, part: (one: Awaited<ReturnType<typeof measurePage>>) => number) =>
    medianOf((all.get(size) ?? []).map(part));
  const rows = sizes.map((size) => [
    size,
    by(size, ({ ours }) => ours.script),
    by(size, ({ ours }) => ours.rendering),
    by(size, ({ still }) => whole(still)),
    by(size, ({ ours, still }) => whole(ours) / whole(still)),
    by(size, ({ ours }) => ours.work),
    by(size, ({ still }) => still.work),
    by(size, ({ full }) => whole(full)),
    by(size, ({ fullPress }) => fullPress),
    by(size, ({ stillPress }) => stillPress),
    by(size, ({ full }) => full.written),
    by(size, ({ empty }) => empty),
    by(size, ({ opening }) => opening),
  ]);
  process.stdout.write(
    `${writeTable(
      head,
      rows.map((row) => row.map(showNumber)),
    )}\n\n`,
  );
  const tick = (size: number) => by(size, ({ ours }) => whole(ours));
  return [
    {
      what: 'tick, 2,000 items, to the same page without scripts',
      measured: by(2000, ({ ours, still }) => whole(ours) / whole(still)),
      most: 2,
      beside: `${showNumber(tick(2000))} ms`,
    },
    { what: 'tick, 2,000 items to 100', measured: tick(2000) / tick(100), most: 1.2 },
    { what: 'tick, 5,000 items to 100', measured: tick(5000) / tick(100) },
    {
      what: 'a press of the mouse, 2,000 items all marked, to the page without scripts',
      measured: by(2000, ({ fullPress, stillPress }) => fullPress / stillPress),
      beside: `${showNumber(by(2000, ({ fullPress }) => fullPress))} ms`,
    },
    {
      what: 'characters written by a tick, 5,000 entries to 100',
      measured: by(5000, ({ full }) => full.written) / by(100, ({ full }) => full.written),
      beside: `${showNumber(by(5000, ({ full }) => full.written))} characters`,
    },
    {
      what: 'first frame with 2,000 entries kept, to none',
      measured: by(2000, ({ opening, empty }) => opening / empty),
      beside: `${showNumber(by(2000, ({ opening }) => opening))} ms`,
    },
  ];
}
