import { item, open, progress, runbook, share, sharedRun } from './people';
import { serve } from './serve';
import { bases, folderOf } from './sites';
import { expect, test } from './test';

const first = 'Merge all feature branches to main';

test.use({ serviceWorkers: 'allow', expected: { console: /Failed to load resource|ERR_CONNECTION_REFUSED/ } });

for (const name of ['root', 'team'] as const) {
  test(`after one visit the site at ${bases[name]} works with the server stopped`, async ({ page, context }) => {
    const site = await serve({ [bases[name]]: folderOf(name) });
    const home = site.origin + bases[name];
    await open(page, home + runbook);
    await item(page, first).check();
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state !== 'activated') {
        await new Promise((done) => active?.addEventListener('statechange', done, { once: true }));
      }
    });
    await site.stop();

    await open(page, home + runbook);
    await expect(item(page, first)).toBeChecked();
    await item(page, 'Finalize the user guide').check();
    await expect(progress(page)).toHaveAttribute('aria-valuetext', '2 of 96 done');
    const link = await share(page);
    await page.getByRole('button', { name: 'Search' }).click();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('searchbox').fill('rate limiting');
    await expect(dialog.getByRole('link', { name: /Configure rate limiting/ }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.goto(`${home}guides/rolling-back/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

    const other = await context.newPage();
    await other.goto(link);
    await expect(sharedRun(other)).toContainText('2 of 96 done');
  });
}

test('offline an address answers as online, and no other site of the origin loses its copy', async ({ page }) => {
  const site = await serve({ '/': folderOf('root') });
  await open(page, `${site.origin}/${runbook}`);
  await page.evaluate(() =>
    Promise.all(['runsheet|/docs/|kept', 'runsheet|/|outdated'].map((name) => caches.open(name))),
  );
  await item(page, first).check();
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated') {
      await new Promise((done) => active?.addEventListener('statechange', done, { once: true }));
    }
  });
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['runsheet|/docs/|kept', 'runsheet|/|kept']);
  await site.stop();
  const addresses = [
    ['guides/rolling-back/?from=chat&utm_source=mail', '/guides/rolling-back/?from=chat&utm_source=mail'],
    ['guides/rolling-back?x=1', '/guides/rolling-back/?x=1'],
    ['guides/rolling-back/index.html', '/guides/rolling-back/index.html'],
  ] as const;
  for (const [asked, shown] of addresses) {
    await page.goto(`${site.origin}/${asked}`);
    await expect(page).toHaveURL(site.origin + shown);
    await expect(page.getByRole('heading', { level: 1, name: 'Rolling back' })).toBeVisible();
  }
  await page.goto(`${site.origin}/nowhere/`);
  await expect(page.getByRole('heading', { level: 1, name: 'There is no page here' })).toBeVisible();
});

test('a new version is announced, and taking it over loses nothing of the run', async ({ page }) => {
  const site = await serve({ '/': folderOf('root') });
  await open(page, `${site.origin}/${runbook}`);
  await item(page, first).check();
  await page.evaluate(() => navigator.serviceWorker.ready);
  site.mount({ '/': folderOf('after') });
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.getByRole('status').getByRole('button', { name: 'Reload' }).click();
  await expect(item(page, 'Freeze the release branch')).toBeVisible();
  await expect(item(page, first)).toBeChecked();
  await site.stop();
});
