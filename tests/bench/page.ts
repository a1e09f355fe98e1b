import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { serve } from '../e2e/serve';
import { buildSite, launchBrowser, project, slowDown } from './browser';
import { showNumber, type Figure } from './figure';
import { buildSites } from './sites';
import { writeStarlightSite } from './starlight-site';
import { medianOf } from './table';

/*
 * The first runbook in a reader's browser: bytes before anybody touches it, layout shift with a saved run, and the first
 * frame on slow 4G with the processor slowed four times, beside plain Astro with the same document, in turns.
 */

const turns = 7;
const runbook = '/runbooks/mvp-release/';

interface Ask {
  kind: string;
  bytes: number;
}

/** All that a page asks for by itself, in brotli bytes; the offline copy is left out. */
async function weigh(page: Page, address: string, folder: string): Promise<Ask[]> {
  const asked = new Map<string, Ask>();
  const add = (pathname: string, kind: string) => {
    const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    // A site may name a file that it has not.
    if (existsSync(file)) asked.set(pathname, { kind, bytes: brotliCompressSync(readFileSync(file)).length });
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

interface Opening {
  /** Milliseconds from the start to the first contentful paint. */
  first: number;
  /** Milliseconds over 50 of each long task, together, until the page is quiet. */
  blocked: number;
}

/** Opens a page, slowed, in a browser that keeps no files of it but is connected, as it is after the first page of a site. */
async function timeOpening(browser: Browser, address: string, isTicked = false) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  if (isTicked) for (const box of (await page.locator('.row input').all()).slice(0, 60)) await box.click();
  const client = await slowDown(page, { line: true });
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.addInitScript(() => {
    Object.assign(window, { blocked: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        (window as unknown as { blocked: number }).blocked += Math.max(0, duration - 50);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const opening = await page.evaluate((): Opening => ({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    blocked: (window as unknown as { blocked: number }).blocked,
  }));
  await context.close();
  return opening;
}

/** The brotli bytes that the same page of a Starlight site asks for by itself. */
async function weighStarlight(browser: Browser, markdown: string): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'runsheet-starlight-'));
  buildSite({ ...writeStarlightSite(markdown), out: folder });
  const site = await serve({ '/': folder });
  const page = await browser.newPage({ serviceWorkers: 'block' });
  const asked = await weigh(page, site.origin + runbook, folder);
  await page.close();
  await site.stop();
  rmSync(folder, { recursive: true });
  return asked.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** `starlight`: it is weighed beside. */
export async function measure(starlight: boolean): Promise<Figure[]> {
  const sites = await buildSites(path.join(project, 'content'));
  const browser = await launchBrowser();
  const address = sites.ours + runbook;
  const fresh = await browser.newPage({ serviceWorkers: 'block' });
  const asked = await weigh(fresh, address, sites.folder);
  await fresh.close();
  const bytesOf = (kind?: string) =>
    asked.filter((one) => one.kind === (kind ?? one.kind)).reduce((sum, { bytes }) => sum + bytes, 0);
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  const shift = await measureShift(phone, address);
  // A page that is still open takes its part of the processor.
  await phone.close();
  const all: Record<'plain' | 'empty' | 'kept', Opening>[] = [];
  for (let turn = 0; turn < turns; turn++)
    all.push({
      plain: await timeOpening(browser, sites.plain + runbook),
      empty: await timeOpening(browser, address),
      kept: await timeOpening(browser, address, true),
    });
  const beside = starlight ? `; Starlight ${showNumber(await weighStarlight(browser, sites.markdown))}` : '';
  await browser.close();
  await sites.stop();
  const by = (part: (turn: (typeof all)[number]) => number) => medianOf(all.map(part));
  return [
    { what: 'HTML with its CSS, brotli bytes', measured: bytesOf('document'), most: 13_500 },
    {
      what: 'all that comes by itself, brotli bytes',
      measured: bytesOf(),
      most: 40_000,
      beside: `${bytesOf('script').toLocaleString('en')} of them scripts${beside}`,
    },
    { what: 'layout shift of a saved run, phone', measured: shift, most: 0 },
    {
      what: 'first frame, no run kept, to plain Astro',
      measured: by(({ empty, plain }) => empty.first / plain.first),
      most: 1.15,
      beside: `${Math.round(by(({ empty }) => empty.first))} and ${Math.round(by(({ plain }) => plain.first))} ms`,
    },
    {
      what: 'first frame with 60 ticks kept, to plain Astro',
      measured: by(({ kept, plain }) => kept.first / plain.first),
      beside: `${Math.round(by(({ kept }) => kept.first))} ms`,
    },
    {
      what: 'blocking time, no run kept, ms',
      measured: by(({ empty }) => empty.blocked),
      most: 50,
      beside: `plain Astro ${Math.round(by(({ plain }) => plain.blocked))}`,
    },
  ];
}
