import type { Page } from '@playwright/test';
import { item, open, progress, runbook, share, sharedRun } from './people';
import { serve } from './serve';
import { folderOf } from './sites';
import { expect, test } from './test';

/* The server is really stopped: a browser told to be offline still reaches localhost from its service worker. */

const first = 'Merge all feature branches to main';

test.use({ serviceWorkers: 'allow', expected: { console: /ERR_CONNECTION_REFUSED|ERR_FAILED/ } });

/** Waits until the site is there offline: its worker has everything, and answers for this page. */
async function keepOffline(page: Page): Promise<void> {
  await page.mouse.move(100, 100);
  await page.mouse.move(200, 200);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 20_000,
  });
}

for (const base of ['/', '/docs/team/'] as const) {
  test(`after one visit to ${base} every page, search and sharing work with the server stopped`, async ({ page }) => {
    const site = await serve({ [base]: folderOf(base === '/' ? 'root' : 'team') });
    const root = site.origin + base;
    await open(page, root + runbook);
    await item(page, first).check();
    await keepOffline(page);
    await site.stop();

    const link = await share(page);
    expect(link).toContain(`${root}${runbook}?run#run=`);

    await page.goto(`${root}guides/deploying/`);
    await expect(page.getByRole('heading', { level: 1, name: 'Deploying the code' })).toBeVisible();
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill('rollback');
    await expect(page.getByRole('dialog', { name: 'Search' }).getByRole('link').first()).toBeVisible();

    await page.goto(`${root}runs/`);
    await expect(page.getByText('Deployment checklist for the MVP release').first()).toBeVisible();

    await page.goto(link);
    await expect(sharedRun(page)).toBeVisible();
    await sharedRun(page).getByRole('button', { name: 'Close' }).click();
    await expect(item(page, first)).toBeChecked();

    await page.goto(`${root}no/such/page/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('a new version is announced, and taken over by every open page without losing a run', async ({
  page,
  context,
}) => {
  const site = await serve({ '/': folderOf('before') });
  await open(page, site.origin + '/' + runbook);
  await item(page, first).check();
  await keepOffline(page);
  const other = await context.newPage();
  await open(other, site.origin + '/' + runbook);
  await keepOffline(other);
  await other.evaluate(() => Object.assign(window, { old: true }));

  site.mount({ '/': folderOf('after') });
  await page.reload();
  await page.mouse.move(100, 100);
  await page.mouse.move(200, 200);
  await expect(page.getByText('A new version of this site is ready.')).toBeVisible({ timeout: 20_000 });
  await expect(item(page, first)).toBeChecked();
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
