import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { launchBrowser, project, slowDown } from './browser';
import type { Figure } from './figure';
import { writePages } from './many-pages';
import { buildSites, type Sites } from './sites';
import { medianOf } from './table';

/*
 * The time of a search from the click to its first result, beside Pagefind's own interface over the same index, in turns: slow 4G,
 * the processor slowed four times, nothing of it in the browser's memory, the question pasted as soon as there is a box for it.
 * Service workers are left out, which would have fetched it all before.
 */

const turns = 7;

/** Milliseconds from the click on Search to the first result. */
async function timeSearch(browser: Browser, address: string, question: string, box: string, result: string) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  await slowDown(page, { line: true });
  const before = performance.now();
  // By selectors: to compute roles and names in a slowed page takes the time that is measured.
  await page.locator('[data-search]').click();
  await page.locator(box).focus();
  await page.keyboard.insertText(question);
  await page.locator(result).first().waitFor();
  const took = performance.now() - before;
  await context.close();
  return took;
}

async function compare(browser: Browser, sites: Sites, place: string, question: string) {
  const all: { ours: number; theirs: number }[] = [];
  for (let turn = 0; turn < turns; turn++)
    all.push({
      ours: await timeSearch(browser, sites.ours + place, question, 'dialog input[type=search]', 'dialog .hits a'),
      theirs: await timeSearch(
        browser,
        `${sites.ours}/pagefind-ui.html`,
        question,
        '.pagefind-ui__search-input',
        '.pagefind-ui__result-link',
      ),
    });
  return {
    ratio: medianOf(all.map(({ ours, theirs }) => ours / theirs)),
    ours: Math.round(medianOf(all.map(({ ours }) => ours))),
    theirs: Math.round(medianOf(all.map(({ theirs }) => theirs))),
  };
}

/** `pages`: how many pages the generated sites have, beside the site as it comes. */
export async function measure(pages: readonly number[]): Promise<Figure[]> {
  const browser = await launchBrowser();
  const temp = mkdtempSync(path.join(tmpdir(), 'runsheet-search-'));
  const figures: Figure[] = [];
  const add = async (name: string, content: string, place: string, question: string) => {
    const sites = await buildSites(content);
    const { ratio, ours, theirs } = await compare(browser, sites, place, question);
    await sites.stop();
    figures.push({
      what: `search, ${name}, to Pagefind's own interface`,
      measured: ratio,
      most: 0.7,
      beside: `${ours} and ${theirs} ms`,
    });
  };
  await add('the site as it comes', path.join(project, 'content'), '/runbooks/mvp-release/', 'rollback database');
  for (const count of pages) {
    const content = path.join(temp, String(count));
    writePages(content, count, 20);
    await add(`${count.toLocaleString('en')} pages`, content, '/runbooks/page-1/', 'drain queue');
  }
  await browser.close();
  rmSync(temp, { recursive: true });
  return figures;
}
