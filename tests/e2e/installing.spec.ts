import type { Page } from '@playwright/test';
import { item, open, progress, runbook } from './people';
import { serve } from './serve';
import { folderOf } from './sites';
import { expect, test } from './test';

const first = 'Merge all feature branches to main';

test.use({ serviceWorkers: 'allow', expected: { console: /Failed to load resource|ERR_CONNECTION_REFUSED/ } });

/** Waits until the site is there offline: its worker has everything, and answers for this page. */
async function keepOffline(page: Page): Promise<void> {
  await page.mouse.move(100, 100);
  await page.mouse.move(200, 200);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

test('a new version is taken over by every open page', async ({ page, context }) => {
  const site = await serve({ '/': folderOf('root') });
  await open(page, `${site.origin}/${runbook}`);
  await item(page, first).check();
  await keepOffline(page);
  const other = await context.newPage();
  await open(other, `${site.origin}/${runbook}`);
  await keepOffline(other);
  await other.evaluate(() => Object.assign(window, { old: true }));

  site.mount({ '/': folderOf('after') });
  await page.reload();
  await page.mouse.move(100, 100);
  await page.mouse.move(200, 200);
  await expect(page.getByText('A new version of this site is ready.')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByText('A new version of this site is ready.')).toBeHidden();
  await expect(item(page, first)).toBeChecked();
  await expect(progress(page)).toHaveAttribute('aria-valuenow', '1');
  await expect.poll(() => other.evaluate(() => 'old' in window).catch(() => true)).toBe(false);
  await site.stop();
});

test('the site can be installed', async ({ page }) => {
  const site = await serve({ '/docs/team/': folderOf('team') });
  await page.goto(`${site.origin}/docs/team/`);
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const response = await page.request.get(site.origin + address);
  const manifest = (await response.json()) as { start_url: string; display: string; icons: { src: string }[] };
  expect(manifest).toMatchObject({ start_url: '/docs/team/', display: 'standalone' });
  for (const { src } of manifest.icons) expect((await page.request.get(site.origin + src)).status()).toBe(200);
  await site.stop();
});
