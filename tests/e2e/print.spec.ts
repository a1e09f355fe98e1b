import type { Page } from '@playwright/test';
import { chooseForRun, item, mark, open, runbook, sayName } from './people';
import { expect, test } from './test';

const first = 'Merge all feature branches to main';
const second = 'Finalize the user guide';

/** Shows the page as it would be on paper. */
async function toPaper(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
}

const countPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

test('a run on paper has its marks, times and notes, and its link as a QR code, and no interface', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await mark(page, second, 'Failed', 'nobody wrote it: https://ci.example.com/7');
  // The styles and scripts for paper are loaded once there is a run.
  await expect(async () => {
    await toPaper(page);
    await expect(page.locator('.paper').first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByText('1 of 96 done · 1 failed')).toBeVisible();
  await expect(page.getByText('This run as a link, as it was when printed')).toBeVisible();
  await expect(page.locator('.paper svg')).toBeVisible();
  await expect(page.getByText('nobody wrote it')).toBeVisible();
  const address = page.getByRole('link', { name: 'https://ci.example.com/7' });
  expect(await address.evaluate((link) => getComputedStyle(link, '::after').content)).toBe('none');
  await expect(page.locator('.stamp').first()).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(10); // Go and No-go of five roles, as boxes to tick
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.paper')).toHaveCount(0);
});

test('paper says whose the initials in its stamps are', async ({ page }) => {
  await open(page);
  await sayName(page, 'Anna Berg');
  await item(page, first).check();
  await sayName(page, 'KL');
  await item(page, second).check();
  await expect(page.locator('.stamp')).toHaveText([/AB$/, /KL$/]);
  await expect(async () => {
    await toPaper(page);
    await expect(page.getByText('Initials: AB: Anna Berg', { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
});

test('the summary prints by itself, with the timeline’s picture', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await chooseForRun(page, 'Summary');
  const summary = page.getByRole('dialog', { name: 'Summary' });
  await expect(summary).toBeVisible();
  await toPaper(page);
  await expect(summary.getByRole('img', { name: /^Timeline:/ })).toBeVisible();
  await expect(summary.getByText('1 of 96 done')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
});

test('a dialog or a menu that is open is not printed, the run is', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await toPaper(page);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(first, { exact: true }).first()).toBeVisible();
});

test('the dark theme prints black on white, and a filter hides nothing', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await page.evaluate(() => Object.assign(document.documentElement.dataset, { theme: 'dark', filter: 'open' }));
  await toPaper(page);
  await expect(page.getByText(first, { exact: true }).first()).toBeVisible();
  const colours = await page
    .locator('main .text')
    .first()
    .evaluate((text) => getComputedStyle(text).color);
  expect(colours).toBe('rgb(0, 0, 0)');
});

test('whoever prints before touching the page waits for the styles of paper', async ({ page }) => {
  await open(page);
  expect(await page.locator('link[media*=print]').count()).toBe(0);
  await toPaper(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const hidden of ['navigation', 'progressbar'] as const) {
    await expect(page.getByRole(hidden).first()).toBeHidden();
  }
  expect(countPages(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(6);
});

test('paper as narrow as a phone has each answer beside its item, as wider paper has', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await page.setViewportSize({ width: 420, height: 600 });
  await expect(async () => {
    await toPaper(page);
    await expect(page.locator('.paper').first()).toBeVisible({ timeout: 500 });
  }).toPass();
  const [text, stamp] = await Promise.all([
    page.getByText(first, { exact: true }).first().boundingBox(),
    page.locator('.stamp').first().boundingBox(),
  ]);
  expect(stamp?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  expect(stamp?.y).toBeLessThan((text?.y ?? 0) + (text?.height ?? 0));
});

test('where the reader stands on the screen is not framed on paper', async ({ page }) => {
  await open(page, `${runbook}#code-and-repository`);
  await toPaper(page);
  const heading = page.getByRole('heading', { name: 'Code and repository' });
  await expect(async () => {
    expect(await heading.evaluate((target) => getComputedStyle(target).outlineStyle)).toBe('none');
  }).toPass();
});

for (const format of ['A4', 'Letter'] as const) {
  test(`110 items fit on seven pages of ${format}`, async ({ page }) => {
    await open(page);
    await item(page, first).check();
    expect(countPages(await page.pdf({ format }))).toBeLessThanOrEqual(7);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the empty checklist prints', async ({ page }) => {
    await page.goto(runbook);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('checkbox')).toHaveCount(110);
    await expect(page.getByRole('navigation').first()).toBeHidden();
    await expect(page.getByText(/Ticks are not kept/).filter({ visible: true })).toHaveCount(0);
  });
});

test('a value on paper is whole, and a blank where nobody has filled it in', async ({ page, fixtures }) => {
  const long = `web-${'x'.repeat(60)}`;
  await open(page, `${fixtures}runbooks/values/`);
  await page.emulateMedia({ media: 'print' });
  const version = page.getByRole('textbox', { name: 'Version', exact: true });
  const example = () => version.evaluate((field) => getComputedStyle(field, '::placeholder').color);
  await expect.poll(example).toBe('rgba(0, 0, 0, 0)');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('textbox', { name: 'Production host', exact: true }).fill(long);
  await item(page, 'Say that it begins').check();
  await expect(async () => {
    await toPaper(page);
    await expect(page.locator('.paper').first()).toBeVisible({ timeout: 500 });
  }).toPass();
  const shown = (label: string) =>
    page.locator('.values label', { hasText: label }).evaluate((one) => {
      const { content, display } = getComputedStyle(one, '::after');
      return { content, isCut: one.scrollWidth > one.clientWidth, isShown: display !== 'none' };
    });
  expect(await shown('Production host')).toEqual({ content: `"${long}"`, isCut: false, isShown: true });
  expect(await shown('Version')).toEqual({ content: '""', isCut: false, isShown: true });
});
