import { startKillable } from './killed-browser';
import { item, open, progress, runbook } from './people';
import { expect, test } from './test';

const first = 'Merge all feature branches to main';

test('a tick is there after a reload @every-site @phone', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 96 done');
  await page.reload();
  await expect(item(page, first)).toBeChecked();
  await expect(progress(page)).toHaveAttribute('aria-valuenow', '1');
  await expect(progress(page)).toHaveAttribute('aria-valuemax', '96');
});

test('a tick is there when the browser was closed and opened again @every-site', async ({
  playwright,
  baseURL,
}, info) => {
  const { launchOptions } = info.project.use;
  const profile = info.outputPath('profile');
  const start = () => playwright.chromium.launchPersistentContext(profile, { ...launchOptions, baseURL });
  const before = await start();
  const page = await before.newPage();
  await open(page);
  await item(page, first).check();
  await expect(progress(page)).toHaveAttribute('aria-valuenow', '1');
  await before.close();

  const after = await start();
  const again = await after.newPage();
  await open(again);
  await expect(item(again, first)).toBeChecked();
  await after.close();
});

test('two tabs that tick 200 different items each at once lose none @every-site', async ({ context, fixtures }) => {
  test.slow();
  const [one, two] = [await context.newPage(), await context.newPage()];
  await open(one, `${fixtures}runbooks/two-tabs/`);
  await open(two, `${fixtures}runbooks/two-tabs/`);
  const tickAll = (remainder: number) => async () => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-item] input')];
    for (const [i, box] of boxes.entries()) {
      if (i % 2 !== remainder || box.checked) continue;
      box.click();
      await new Promise((later) => setTimeout(later));
    }
  };
  const run = (remainder: number) => `(${String(tickAll)})(${remainder})()`;
  await Promise.all([one.evaluate(run(0)), two.evaluate(run(1))]);
  for (const tab of [one, two]) {
    await expect(progress(tab)).toHaveAttribute('aria-valuetext', '400 of 400 done');
    await tab.reload();
    await expect(progress(tab)).toHaveAttribute('aria-valuetext', '400 of 400 done');
  }
});

test('a browser that is killed right after a tick has the tick when it is opened again', async ({ baseURL }, info) => {
  const profile = info.outputPath('profile');
  const address = new URL(runbook, baseURL).href;
  const ticked: string[] = [];
  for (const name of [first, 'Finalize the user guide', 'Finalize the developer guide']) {
    const { page, kill } = await startKillable(profile);
    await open(page, address);
    for (const before of ticked) await expect(item(page, before)).toBeChecked();
    await item(page, name).check();
    ticked.push(name);
    await kill();
  }
  const { page, kill } = await startKillable(profile);
  await open(page, address);
  for (const name of ticked) await expect(item(page, name)).toBeChecked();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '3 of 96 done');
  await kill();
});

const sheet = /\/sheet\.[\w-]+\.js/;

test('before the scripts come, the page says that ticks are not kept yet; what was ticked, typed and pressed meanwhile is kept', async ({
  page,
}) => {
  let letCome: () => void = () => undefined;
  const held = new Promise<void>((come) => (letCome = come));
  await page.route(sheet, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(runbook, { waitUntil: 'commit' });
  const notYet = page.getByText('Ticks are not kept yet: the page is still loading.');
  await item(page, first).check();
  await expect(notYet).toBeVisible();
  const field = page.locator('td input:is([type=text], :not([type]))').first();
  await field.fill('v1.4.2');
  await field.blur();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  letCome();
  await expect(page.getByRole('dialog', { name: 'Share this run' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 96 done');
  await expect(notYet).toBeHidden();
  await page.reload();
  await expect(item(page, first)).toBeChecked();
  await expect(field).toHaveValue('v1.4.2');
});

test.describe('a script that does not arrive', () => {
  test.use({ expected: { console: /Failed to load resource|net::ERR|Failed to fetch dynamically imported module/ } });

  for (const script of [sheet, /\/Checklist\.[\w-]+\.js/]) {
    test(`${script} is asked for again; then the page says so, and offers to reload`, async ({ page }) => {
      let fails = 1;
      await page.route(script, (route) => (fails-- > 0 ? route.abort() : route.continue()));
      await page.goto(runbook);
      await item(page, first).check();
      await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 96 done');

      fails = Infinity;
      await page.reload();
      await expect(page.getByText('A part of this page could not be loaded, so ticks are not kept.')).toBeVisible();
      await expect(item(page, first)).toBeChecked();
      // What is ticked and typed on such a page is kept by the one that comes after it.
      const field = page.getByRole('textbox', { name: 'Deployment Lead, Name' });
      await item(page, 'Finalize the user guide').check();
      await field.fill('Jane');
      fails = 0;
      await page.getByRole('button', { name: 'Reload' }).click();
      await expect(page.locator('html[data-live]')).toBeAttached();
      await expect(progress(page)).toHaveAttribute('aria-valuetext', '2 of 96 done');
      await expect(field).toHaveValue('Jane');
      await page.reload();
      await expect(progress(page)).toHaveAttribute('aria-valuetext', '2 of 96 done');
      await expect(item(page, 'Finalize the user guide')).toBeChecked();
    });
  }
});

test('after the browser’s Back, boxes and fields show the run, also on a host that forbids every cache @phone', async ({
  page,
  context,
}) => {
  await context.route('**/runbooks/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'cache-control': 'no-store' } });
  });
  await open(page);
  for (const text of [first, 'Finalize the user guide', 'Prepare the release notes']) await item(page, text).check();
  await page.getByRole('textbox', { name: 'Deployment Lead, Name', exact: true }).fill('Ada');
  await page.getByRole('textbox', { name: 'Deployment Lead, Name', exact: true }).blur();
  await page.goto('runs/');
  await page.getByRole('button', { name: /^More: / }).click();
  await page.getByRole('menuitem', { name: 'Delete run' }).click();
  await expect(page.getByText('No run is kept in this browser yet.')).toBeVisible();
  await page.goBack();
  await expect(page.locator('html[data-live]')).toBeAttached();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '0 of 96 done');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Deployment Lead, Name', exact: true })).toHaveValue('');
});

test.describe('a part that is loaded on demand', () => {
  test.use({ expected: { console: /Failed to load|MIME type|dynamically imported|hydrating/i } });

  test('what cannot be loaded is told beside a button that loads the page anew; nothing of the run is lost @phone', async ({
    page,
    context,
  }) => {
    // Another deployment: what is not there any more is answered with the home page.
    const onDemand = /_astro\/(?:acts|desk|share|follow|late|Desk)\./;
    await context.route(onDemand, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await open(page);
    await item(page, first).check();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const missing = page.locator('[id="ui:missing"]');
    await expect(missing.getByRole('status')).toContainText('could not be loaded');
    await context.unroute(onDemand);
    await missing.getByRole('button', { name: 'Reload' }).click();
    await expect(missing).toBeHidden();
    await expect(page.locator('html[data-live]')).toBeAttached();
    await expect(item(page, first)).toBeChecked();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Share this run' })).toBeVisible();
  });
});
