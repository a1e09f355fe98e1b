import path from 'node:path';
import { folderOf } from './sites';
import { expect, test } from './test';
import { item, open, progress, run, sayName, share, sharedRun } from './people';

const first = 'Merge all feature branches to main';

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

test.describe('parts on demand', () => {
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

test('steps have their author’s numbers, filtered or not, in print and in the run bar', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/numbers/`);
  const numbers = (section: string) =>
    page
      .locator(`section:has(> [id="${section}"]) [data-number]`)
      .evaluateAll((steps) =>
        steps
          .filter((step) => step.checkVisibility())
          .map((step) => getComputedStyle(step, '::before').content.replace(/ \/.*$/, '')),
      );
  const all = {
    'one-list': ['"1"', '"2"', '"3"', '"4"'],
    'starts-at-four': ['"4"', '"5"'],
    parens: ['"7"', '"8"'],
    zero: ['"0"', '"1"'],
  };
  for (const [section, expected] of Object.entries(all)) expect(await numbers(section)).toEqual(expected);
  await item(page, 'Fourth thing').check();
  await page.keyboard.press('o');
  await expect(item(page, 'Fourth thing')).toBeHidden();
  expect(await numbers('starts-at-four')).toEqual(['"5"']);
  await page.emulateMedia({ media: 'print' });
  expect(await numbers('zero')).toEqual(['"0"', '"1"']);
  await page.emulateMedia({ media: 'screen' });
  await item(page, 'Drain node one').check();
  await page.reload();
  await expect(run(page)).toContainText('Step 3 of 4');
});

test('in the hour that comes twice the offset tells the order; another day is named', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-10-25T00:50:00Z') });
  await open(page);
  await sayName(page, 'AB');
  const stampOf = (text: string) =>
    page
      .getByRole('listitem')
      .filter({ has: item(page, text) })
      .locator('.stamp')
      .last();
  await item(page, first).check();
  await expect(stampOf(first)).toHaveText('✓ 02:50 AB');
  await page.clock.fastForward('20:00');
  await item(page, 'Finalize the user guide').check();
  await expect(stampOf('Finalize the user guide')).toHaveText('✓ 02:10 UTC+1 AB');
  await page.clock.fastForward('24:00:00');
  await item(page, 'Prepare the release notes').check();
  await expect(stampOf('Prepare the release notes')).toHaveText('✓ Oct 26, 02:10 UTC+1 AB');
});

test('a link whose signs were escaped, doubled or broken up on the way opens the run; after a choice Back does not ask again', async ({
  page,
  newPerson,
}) => {
  await open(page);
  await item(page, first).check();
  const link = await share(page);
  const [before = '', text = ''] = link.split('#run=');
  for (const damaged of [
    `${before}#run%3D${text}`,
    `${before}##run=${text}`,
    `${before}#RUN=${text}`,
    `${link.slice(0, -9)}%20${link.slice(-9)}`,
    `${before.replace(/\?run$/, '')}%23run=${text}`,
    `${before}%2523run%253D${text}`,
  ]) {
    const other = await newPerson();
    // The host answers every address that it does not know with the home page, as those of single-page apps do.
    await other.route(/\/%23run/, (route) => route.fulfill({ path: path.join(folderOf('root'), 'index.html') }));
    await other.goto(damaged);
    await expect(sharedRun(other).getByRole('button', { name: 'Continue this run' })).toBeVisible();
    await expect(item(other, first)).toBeChecked();
    await other.close();
  }
  const other = await newPerson();
  await other.goto(link);
  // It can be printed before anything is chosen, and says what it is.
  await expect(async () => {
    await other.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(other.locator('.paper').first()).toContainText('printed', { timeout: 500 });
  }).toPass();
  await other.evaluate(() => dispatchEvent(new Event('afterprint')));
  await run(other).locator('[data-bar=next]').click();
  await sharedRun(other).getByRole('button', { name: 'Continue this run' }).click();
  await expect(sharedRun(other)).toBeHidden();
  await other.goBack();
  await expect(sharedRun(other)).toBeHidden();
  await expect(item(other, first)).toBeChecked();

  // Back to a link that nobody has decided about opens it.
  await item(page, 'Finalize the user guide').check();
  const newer = await share(page);
  await item(page, 'Prepare the release notes').check();
  const newest = await share(page);
  await other.goto(newer);
  await expect(sharedRun(other)).toContainText('2 of 96 done');
  await other.evaluate((address) => void (location.hash = new URL(address).hash), newest);
  await expect(sharedRun(other)).toContainText('3 of 96 done');
  await sharedRun(other).getByRole('button', { name: 'Close' }).click();
  await other.goBack();
  await expect(sharedRun(other)).toContainText('2 of 96 done');
});
