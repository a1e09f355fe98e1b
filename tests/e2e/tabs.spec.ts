import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { item, open } from './people';
import { expect, test } from './test';

const pages = ['runbooks/tabs/', 'runbooks/tabs-in-mdx/'];

const steps = ['Hang the crate', 'Drive under the crate', 'Fetch four people', 'Lower the fork', 'Let the rope down'];

const tab = (page: Page, block: number, title: string) =>
  page.locator('.tabs').nth(block).locator('summary').filter({ hasText: title });

/** The steps that are shown, of both blocks. */
async function shown(page: Page): Promise<string[]> {
  const seen = await Promise.all(steps.map((step) => item(page, step).isVisible()));
  return steps.filter((_, i) => seen[i]);
}

test('tabs are chosen by keys and pointer, alike in each block, links and searches open them, paper has all', async ({
  page,
  fixtures,
}) => {
  const [address = '', inMdx = ''] = pages;
  await open(page, fixtures + address);
  await expect.poll(() => shown(page)).toEqual(['Hang the crate', 'Lower the fork']);
  await page.mouse.move(100, 100);
  const [crane, lift, hand] = ['With a crane', 'With a fork lift', 'By hand'].map((title) => tab(page, 0, title));
  // Once the page is used, its later parts come.
  await expect(async () => {
    await crane?.focus();
    await page.keyboard.press('End');
    await expect(hand ?? page.locator('nothing')).toBeFocused({ timeout: 500 });
  }).toPass();
  expect(await shown(page)).toEqual(['Fetch four people', 'Lower the fork']);
  await page.keyboard.press('ArrowRight');
  await expect(crane ?? page.locator('nothing')).toBeFocused();
  expect(await shown(page)).toEqual(['Hang the crate', 'Let the rope down']);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(lift ?? page.locator('nothing')).toBeFocused();
  expect(await shown(page)).toEqual(['Drive under the crate', 'Lower the fork']);

  // What was chosen stays where it is, however long the other block's content.
  await page.setViewportSize({ width: 1280, height: 360 });
  const second = tab(page, 1, 'With a crane');
  await second.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  const { y: before } = (await second.boundingBox()) ?? { y: 0 };
  await second.click();
  expect(await shown(page)).toEqual(['Hang the crate', 'Let the rope down']);
  expect(Math.abs(((await second.boundingBox())?.y ?? 0) - before)).toBeLessThan(2);
  // One is always open.
  await second.click();
  expect(await shown(page)).toEqual(['Hang the crate', 'Let the rope down']);
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);

  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => shown(page)).toEqual(steps);
  await page.emulateMedia({ media: 'screen' });

  // A link, the browser's own search and that of the site lead into tabs that are folded.
  await page.goto(`${fixtures}${address}#fetch-four-people`);
  await expect(item(page, 'Fetch four people')).toBeVisible();
  await page.goto(`${fixtures}runbooks/plain/`);
  await page.goto(`${fixtures}${address}#:~:text=Mind%20the%20low`);
  await expect(page.getByText('Mind the low beam.')).toBeVisible();
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: 'Search' }).getByRole('searchbox').fill('Fetch four people');
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /Fetch four people/ })
    .first()
    .click();
  await expect(page.getByRole('checkbox', { name: 'Fetch four people' })).toBeVisible();
  await item(page, 'Fetch four people').check();
  // The current step stands in a tab that is folded: its key unfolds it.
  await tab(page, 0, 'With a fork lift').click();
  await page.keyboard.press('c');
  await expect(item(page, 'Hang the crate')).toBeFocused();

  await open(page, fixtures + inMdx);
  await expect.poll(() => shown(page)).toEqual(['Hang the crate', 'Lower the fork']);
  await page.mouse.move(100, 100);
  await expect(async () => {
    await tab(page, 0, 'With a fork lift').click();
    await tab(page, 1, 'With a crane').click();
    expect(await shown(page)).toEqual(['Hang the crate', 'Let the rope down']);
  }).toPass();
});

test.describe(() => {
  test.use({ javaScriptEnabled: false });

  test('without JavaScript all tabs are shown', async ({ page, fixtures }) => {
    for (const address of pages) {
      await page.goto(fixtures + address);
      expect(await shown(page)).toEqual(steps);
    }
  });
});
