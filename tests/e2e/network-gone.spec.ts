import { expect, test } from './test';
import { item, open, run } from './people';

// The styles for paper are fetched at the first sign of a reader, and the icon when the browser pleases: neither is needed here.
test.use({ expected: { console: /ERR_INTERNET_DISCONNECTED.*(other-media|favicon)/ } });

test('once the desk is there, the network may go before the offline worker is: everything that a deployment needs still works @phone', async ({
  page,
  context,
}) => {
  await open(page);
  await page.waitForFunction(() => document.querySelector('astro-island:not([ssr])') !== null);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  const first = 'Finalize the user guide';
  await item(page, first).check();
  await page.getByRole('region', { name: 'Notices' }).getByRole('textbox').fill('Ada Lovelace');
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Save' }).click();

  const second = 'Prepare the release notes';
  await page.getByRole('button', { name: `More: ${second}` }).click();
  await page.getByRole('menuitem', { name: 'Failed' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('The template is missing');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(item(page, second)).toHaveAccessibleDescription(/Failed.*Ada Lovelace/);
  await expect(page.getByText('The template is missing')).toBeVisible();

  await page.getByRole('button', { name: 'Run menu' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Night of the outage');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(run(page)).toContainText('Night of the outage');

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page
    .getByRole('dialog', { name: 'Share this run' })
    .getByRole('textbox', { name: 'Link' })
    .inputValue();
  expect(link).toContain('?run#run=');
  await page.keyboard.press('Escape');

  // A link that is pasted into the address of the open page is read without the network, too.
  await page.evaluate((hash) => void (location.hash = hash), new URL(link).hash);
  const shared = page.getByRole('region', { name: 'Shared run' });
  await expect(shared).toContainText('Night of the outage');
  await shared.getByRole('button', { name: 'Close' }).click();
  await expect(item(page, first)).toBeChecked();
});
