import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../e2e/chromium';
import { serve } from '../e2e/serve';
import { medianOf, writeTable } from './table';

/*
 * What a reader's browser does with the built site, against the budgets: bytes before anybody touches the first runbook,
 * layout shift with a saved run, what a tick costs on 100 and on 2,000 items with the CPU slowed four times, and how long a search
 * takes to its first result on slow 4G as well. Medians; the machine should have nothing else to do. Builds into a temporary folder.
 */

const temp = mkdtempSync(path.join(tmpdir(), 'runsheet-page-'));
const project = path.resolve(import.meta.dirname, '../..');

function writeList(count: number): void {
  const lines = Array.from({ length: count }, (_, i) => {
    const heading = i % 10 === 0 ? `\n## Section ${i / 10 + 1}\n\n` : '';
    return `${heading}- [ ] Check number ${i + 1} of the cluster`;
  });
  writeFileSync(path.join(temp, 'content/runbooks', `items-${count}.md`), `# ${count} items\n${lines.join('\n')}\n`);
}

function build(content: string, site: string): void {
  const env = { ...process.env, CI: 'true', CONTENT_DIR: content, OUT_DIR: path.join(temp, site) };
  const { status, stderr } = spawnSync('npx', ['astro', 'build'], { cwd: project, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The site could not be built.\n${stderr}`);
}

interface Ask {
  kind: string;
  bytes: number;
}

/** All that a page asks for before anybody touches it, in brotli bytes. */
async function weigh(page: Page, address: string, folder: string): Promise<Ask[]> {
  const asked = new Map<string, Ask>();
  const add = (pathname: string, kind: string) => {
    const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    asked.set(pathname, { kind, bytes: brotliCompressSync(readFileSync(file)).length });
  };
  page.on('response', (response) => add(new URL(response.url()).pathname, response.request().resourceType()));
  await page.goto(address, { waitUntil: 'networkidle' });
  // A browser with a window also reads what the head names for it; one without does so or not.
  const named = await page
    .locator('head link:is([rel=icon], [rel=manifest])')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname));
  for (const pathname of named) if (!asked.has(pathname)) add(pathname, 'other');
  return [...asked.values()];
}

/** The median cost of a tick in milliseconds: script, style and layout, with the CPU slowed four times. */
async function costTick(browser: Browser, address: string): Promise<{ script: number; rendering: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  await page.goto(address, { waitUntil: 'networkidle' });
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const ticks = await page.evaluate(async () => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('.row input')];
    const costs: { script: number; rendering: number }[] = [];
    for (const box of boxes.slice(0, 40)) {
      const before = performance.now();
      box.click();
      const clicked = performance.now();
      document.body.getBoundingClientRect();
      costs.push({ script: clicked - before, rendering: performance.now() - clicked });
      await new Promise((rest) => setTimeout(rest, 100));
    }
    return costs.slice(5);
  });
  await page.close();
  return {
    script: medianOf(ticks.map(({ script }) => script)),
    rendering: medianOf(ticks.map(({ rendering }) => rendering)),
  };
}

/**
 * How long a search takes from the click to its first result, in milliseconds: slow 4G, CPU slowed four times, nothing of it in the
 * browser's memory. The service worker is left out, which would have fetched it all before.
 */
async function timeSearch(browser: Browser, address: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.locator('html[data-live]').waitFor({ state: 'attached' });
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const [latency, downloadThroughput, uploadThroughput] = [150, 1.6e6 / 8, 750e3 / 8];
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput,
      uploadThroughput,
    });
    const before = performance.now();
    // By selectors: to compute roles and names in a slowed page takes the time that is measured.
    await page.locator('[data-search]').click();
    await page.locator('dialog input[type=search]').pressSequentially('rollback database');
    await page.locator('dialog .hits a').first().waitFor();
    times.push(performance.now() - before);
    await page.close();
  }
  return medianOf(times);
}

/** The layout shift of a page that shows a saved run, loaded anew. */
async function measureShift(page: Page, address: string): Promise<number> {
  await page.goto(address);
  for (const box of (await page.locator('.row input').all()).slice(0, 12)) await box.click();
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.reload({ waitUntil: 'networkidle' });
  return page.evaluate(() => (window as unknown as { shift: number }).shift);
}

mkdirSync(path.join(temp, 'content/runbooks'), { recursive: true });
for (const count of [100, 2000]) writeList(count);
build('content', 'site');
build(path.join(temp, 'content'), 'lists');
const sites = await serve({ '/': path.join(temp, 'site') }, 0, true);
const lists = await serve({ '/': path.join(temp, 'lists') });
const { executablePath, env } = await findChromium();
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env } as Record<string, string>,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});

const runbook = `${sites.origin}/runbooks/mvp-release/`;
const fresh = await browser.newPage({ serviceWorkers: 'block' });
const asked = await weigh(fresh, runbook, path.join(temp, 'site'));
await fresh.close();
const bytesOf = (kind?: string) =>
  asked.filter((one) => one.kind === (kind ?? one.kind)).reduce((sum, { bytes }) => sum + bytes, 0);
const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
const shift = await measureShift(phone, runbook);
// A page that is still open takes its part of the processor.
await phone.close();
const hundred = await costTick(browser, `${lists.origin}/runbooks/items-100/`);
const thousands = await costTick(browser, `${lists.origin}/runbooks/items-2000/`);
const search = await timeSearch(browser, runbook);
const whole = ({ script, rendering }: typeof hundred) => script + rendering;

const rows: [string, number, number][] = [
  ['HTML with its CSS, brotli bytes', bytesOf('document'), 11 * 1024],
  ['scripts before anybody touches the page, brotli bytes', bytesOf('script'), 10 * 1024],
  ['all that is loaded before, icon and manifest too, brotli bytes', bytesOf(), 21 * 1024],
  ['layout shift of a saved run, phone', shift, 0],
  ['tick, 100 items, ms', whole(hundred), 16],
  ['tick, 2,000 items, ms', whole(thousands), 16],
  ['search to its first result, slow 4G and CPU 4×, ms', search, 1600],
  ['2,000 items to 100', whole(thousands) / whole(hundred), 1.5],
];
process.stdout.write(
  `${writeTable(
    ['what', 'measured', 'at most'],
    rows.map(([what, measured, most]) => [what, Number(measured.toFixed(2)), most]),
  )}\n`,
);
await browser.close();
await Promise.all([sites.stop(), lists.stop()]);
