import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { item, mark, open, sayName, share, sharedRun } from './people';
import { expect, test } from './test';

/*
 * The main states are compared with pictures that somebody has looked at (tests/e2e/pictures). `--update-snapshots` takes
 * them anew; look at what changed before committing it. A picture that is missing fails.
 *
 * One set of pictures holds for every machine and every Chromium, because nothing in them is the machine's own. Text is drawn
 * as blocks: the two fonts in that folder are DejaVu Sans with each character's outline replaced by its bounding box, for the
 * edges of letters are all that Chromiums draw differently; words are for the other tests, which read them. Where any other font
 * had to help out, the test fails. The page is one of the tests' own, so that writing content changes no picture; the clock
 * stands; the site's list of pages, native fields for dates and the QR code, which holds the run's random id, are not in them.
 * Two Chromiums nine versions apart differ by 30 to 110 pixels, 400 on paper with its fractions of pixels; a lost rail, a changed
 * colour, a row out of place or a line too many are more than what is let pass.
 */

const fonts = ['blocks', 'blocks-bold'].map((name) => readFileSync(`tests/e2e/pictures/${name}.woff2`, 'base64'));

const at = (clock: string) => new Date(`2026-03-02T${clock}:00+01:00`);

/** From the first document on: text in the pictures' fonts, a clock that stands, and no list of pages. */
async function pose(page: Page, clock = '14:53'): Promise<void> {
  await page.clock.setFixedTime(at(clock));
  await page.addInitScript((files) => {
    files.forEach((file, i) => {
      const bytes = Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
      document.fonts.add(new FontFace('Pictures', bytes, { weight: i === 0 ? '1 500' : '501 1000' }));
    });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':root { --text: Pictures; --mono: Pictures } .site-nav > *, .paper > svg { display: none }');
    document.adoptedStyleSheets.push(sheet);
  }, fonts);
}

/** Every piece of the page that is drawn in other fonts than those of the pictures. */
async function findStrangers(page: Page): Promise<string[]> {
  // Not detached: Chromium would take emulated media back with it.
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument');
  const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body *' });
  const strangers: string[] = [];
  let own = 0;
  for (const nodeId of nodeIds) {
    const { fonts: used } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
    own += used.filter(({ isCustomFont }) => isCustomFont).length;
    if (used.every(({ isCustomFont }) => isCustomFont)) continue;
    strangers.push((await client.send('DOM.getOuterHTML', { nodeId })).outerHTML);
  }
  expect(own).toBeGreaterThan(20);
  return strangers;
}

/** Compares what is in view with a picture; of all pixels, so many may differ. */
async function compare(page: Page, picture: string, maxDiffPixelRatio = 0.0004): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  expect(await findStrangers(page)).toEqual([]);
  await expect(page).toHaveScreenshot(`${picture}.png`, { threshold: 0.1, maxDiffPixelRatio });
}

/** A run of one and a half hours: items of every mark, a note, a hold that waits, and a step that is the current one. */
async function runHalf(page: Page, address: string): Promise<void> {
  await pose(page, '13:41');
  await open(page, address);
  await sayName(page, 'Anna Berg');
  await item(page, 'Close valve V-12').check();
  await page.clock.setFixedTime(at('13:52'));
  await mark(page, 'Drain the line', 'Failed', 'The drain is stuck: one litre in ten minutes.');
  await mark(page, 'Warn the neighbours (if applicable)', 'Not applicable', '');
  await page.getByRole('button', { name: 'Go: Lead', exact: true }).click();
  await page.clock.setFixedTime(at('14:27'));
  await item(page, 'Loosen the bolts').check();
  await item(page, 'Sling under both lugs').check();
  await page.clock.setFixedTime(at('14:53'));
}

/** Once more, from storage: without what was said on the way. */
async function reopen(page: Page, address: string): Promise<void> {
  await open(page, address);
  await expect(page.getByRole('button', { name: 'Go: Lead', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.status')).toBeEmpty();
}

const refit = (fixtures: string): string => `${fixtures}runbooks/refit-the-pump/`;

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

for (const [picture, use] of [
  ['half-done', { viewport: { width: 1280, height: 1000 } }],
  ['half-done-on-a-phone', phone],
  ['half-done-in-high-contrast', { ...phone, forcedColors: 'active' }],
] as const) {
  test.describe(() => {
    test.use(use);

    test(`a run with every mark, a hold and a current step: ${picture}`, async ({ page, fixtures }) => {
      await runHalf(page, refit(fixtures));
      await reopen(page, refit(fixtures));
      await page.getByRole('heading', { name: 'Before' }).scrollIntoViewIfNeeded();
      await compare(page, picture);
    });
  });
}

test.describe(() => {
  test.use({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });

  test('a contingency that is on, in the dark', async ({ page, fixtures }) => {
    await runHalf(page, refit(fixtures));
    await item(page, 'The floor is wet').check();
    await item(page, 'Close valve V-12 again').check();
    await reopen(page, refit(fixtures));
    await page.goto(`${refit(fixtures)}#if-it-leaks`);
    await expect(page.getByText('On since 14:53')).toBeVisible();
    await compare(page, 'rolled-back-in-the-dark');
  });
});

test.describe(() => {
  test.use({ ...phone, colorScheme: 'dark' });

  test('a run that came by link, on a phone in the dark', async ({ page, newPerson, fixtures }) => {
    await runHalf(page, refit(fixtures));
    const link = await share(page);
    const other = await newPerson();
    await pose(other);
    await other.emulateMedia({ colorScheme: 'dark' });
    await open(other, refit(fixtures));
    await sayName(other, 'Karl');
    await item(other, 'Drain the line').check();
    await other.goto(link);
    await expect(sharedRun(other)).toBeVisible();
    await compare(other, 'shared-run-on-a-phone');
  });
});

test.describe(() => {
  test.use({ viewport: { width: 794, height: 1123 } });

  test('a run on paper', async ({ page, fixtures }) => {
    await runHalf(page, refit(fixtures));
    await reopen(page, refit(fixtures));
    await expect(async () => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await expect(page.locator('html[data-paper]')).toBeAttached({ timeout: 100 });
    }).toPass();
    await page.emulateMedia({ media: 'print' });
    await compare(page, 'paper', 0.001);
  });
});
