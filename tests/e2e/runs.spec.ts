import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  chooseForRun,
  download,
  item,
  mark,
  open,
  progress,
  rename,
  run,
  runbook,
  share,
  sharedRun,
  status,
  undo,
} from './people';
import { expect, test } from './test';

const first = 'Merge all feature branches to main';
const second = 'Finalize the user guide';

const importText = async (page: Page, text: string) => {
  await chooseForRun(page, 'Import');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByRole('textbox', { name: 'or its text' }).fill(text);
  await dialog.getByRole('button', { name: 'Import' }).click();
};

test('a run is named, another begun, and one switches between them @phone', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await rename(page, 'Release 1.0');
  await chooseForRun(page, 'New run');
  await expect(item(page, first)).not.toBeChecked();
  await item(page, second).check();
  await rename(page, 'Release 1.1');
  await chooseForRun(page, 'Switch run');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Release 1\.0/ })
    .click();
  await expect(item(page, first)).toBeChecked();
  await expect(item(page, second)).not.toBeChecked();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText('Release 1.0');
});

test('“All runs” lists runs with progress and storage, exports all, and imports them elsewhere @phone', async ({
  page,
  newPerson,
}) => {
  await open(page);
  await item(page, first).check();
  await rename(page, 'Release 1.0');
  await page.goto('runs/');
  const runs = page.getByRole('region', { name: 'Runs of Deployment checklist for the MVP release' });
  await expect(runs.getByRole('listitem').first()).toContainText('Release 1.0');
  await expect(runs.getByRole('listitem').first()).toContainText('1 of 96 done');
  await expect(page.getByText(/Storage: 1 run/)).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export all' }).click();
  const file = await (await downloading).path();

  const other = await newPerson();
  await other.goto('runs/');
  await expect(other.getByText('No run is kept in this browser yet.')).toBeVisible();
  await other.getByRole('button', { name: 'Import' }).click();
  const dialog = other.getByRole('dialog', { name: 'Import runs' });
  await dialog.getByLabel('Files').setInputFiles(file);
  await expect(dialog).toContainText('New run');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(other.getByText('Release 1.0').first()).toBeVisible();
  await other.getByRole('link', { name: 'Release 1.0' }).click();
  await expect(item(other, first)).toBeChecked();
});

test('a run deleted from “All runs” comes back with Undo @phone', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await rename(page, 'Release 1.0');
  await page.goto('runs/');
  await page.getByRole('button', { name: 'More: Release 1.0' }).click();
  await page.getByRole('menuitem', { name: 'Delete run' }).click();
  await expect(page.getByText('No run is kept in this browser yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Release 1.0' })).toBeVisible();
});

test('the home page shows the runs under way, with the next step', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await rename(page, 'Release 1.0');
  await page.goto('./');
  await expect(page.getByRole('link', { name: 'Release 1.0' })).toBeVisible();
  await page.getByRole('link', { name: 'Tag the version in Git: [Version]' }).click();
  await expect(page).toHaveURL(/#tag-the-version-in-git-v1-0-0$/);
  await expect(item(page, first)).toBeChecked();
});

test('the home page and “All runs” say what is so while other tabs act, and when Back brings them as they were left', async ({
  page,
  context,
}) => {
  const none = page.getByText('No run yet:');
  const idle = page.getByText('Nothing is under way.');
  const ofRun = page.locator('.small-bar');
  await page.goto('./');
  await expect(none).toBeVisible();
  const tab = await context.newPage();
  await open(tab);
  await item(tab, first).check();
  await expect(ofRun).toContainText('1 of 96 done');
  await expect(none).toBeHidden();
  await chooseForRun(tab, 'End run');
  await tab.getByRole('dialog').getByRole('button', { name: 'End anyway' }).click();
  await expect(idle).toBeVisible();
  await expect(ofRun).toHaveCount(0);

  const list = await context.newPage();
  await list.goto('runs/');
  const shown = list.getByText('shown on its page', { exact: true });
  await expect(shown).toBeVisible();
  await chooseForRun(tab, 'New run');
  await expect(shown).toBeHidden();

  // A page in the back/forward cache hears nothing: this is as if the runs had gone while it was there.
  await expect(async () => {
    await page.evaluate(() => {
      localStorage.clear();
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await expect(none).toBeVisible({ timeout: 500 });
  }).toPass();
});

test('ending a run names what is still open; it can be opened again', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await chooseForRun(page, 'End run');
  const dialog = page.getByRole('dialog', { name: 'End run' });
  await expect(dialog).toContainText('96 items: 95 are still open. End the run anyway?');
  await expect(dialog.getByRole('link', { name: 'Tag the version in Git: [Version]' })).toBeVisible();
  await dialog.getByRole('button', { name: 'End anyway' }).click();
  await chooseForRun(page, 'Open the run again');
  await page.getByRole('button', { name: 'Run menu' }).click();
  await expect(page.getByRole('menuitem', { name: 'End run' })).toBeVisible();
});

test('ending a run says how it stands, then and later @phone', async ({ page, fixtures }) => {
  const plain = `${fixtures}runbooks/plain/`;
  const all = ['Tell the team', 'On the first machine', 'On the second machine', 'Flush what is left (optional)'];
  const end = async (sentence: string, choice: string) => {
    await chooseForRun(page, 'End run');
    const dialog = page.getByRole('dialog', { name: 'End run' });
    await expect(dialog).toContainText(sentence);
    await dialog.getByRole('button', { name: choice }).click();
  };
  await open(page, plain);
  for (const text of [...all, 'Stop the server', 'Start the server']) await item(page, text).check();
  await end('7 items: 1 is still open. End the run anyway?', 'End anyway');
  await expect(status(page)).toHaveText('The run has ended: 1 open.');
  await expect(run(page)).toContainText(/ended \d\d:\d\d, 1 open/);
  await undo(page);
  await expect(run(page)).not.toContainText('ended');

  await mark(page, 'Send a test mail', 'Failed', 'bounced');
  await end('Complete with 1 failed.', 'End run');
  await expect(run(page)).toContainText(/ended \d\d:\d\d, complete with 1 failed/);
  await chooseForRun(page, 'Open the run again');
  await expect(status(page)).toHaveText('The run is open again.');
  await expect(run(page)).not.toContainText('ended');

  await item(page, 'Send a test mail').check();
  await end('Complete.', 'End run');
  await expect(status(page)).toHaveText('The run has ended: complete.');
  await page.reload();
  await expect(run(page)).toContainText(/ended \d\d:\d\d, complete/);
});

test('steps of a contingency that is on are open items when the run is ended', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/without-numbers/`);
  for (const text of ['Stop it', 'Change it', 'Start it', 'It does not answer']) await item(page, text).check();
  await chooseForRun(page, 'End run');
  const dialog = page.getByRole('dialog', { name: 'End run' });
  await expect(dialog).toContainText('4 items: 1 is still open. End the run anyway?');
  await dialog.getByRole('link', { name: 'Restore the old version' }).click();
  await mark(page, 'Restore the old version', 'Failed', 'no copy');
  await chooseForRun(page, 'End run');
  await expect(dialog).toContainText('Complete with 1 failed.');
});

test('whatever is done with runs is said, and can be undone @phone', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await page.getByRole('textbox', { name: 'Deployment Lead, Name' }).fill('Ada');
  await rename(page, 'Release 1.0');
  await expect(status(page)).toHaveText('The run is called Release 1.0.');
  await expect(run(page)).toContainText('Release 1.0');
  await undo(page);
  await expect(run(page)).not.toContainText('Release 1.0');
  await rename(page, 'Release 1.0');

  await chooseForRun(page, 'New run');
  await expect(status(page)).toHaveText('A new run is started.');
  await expect(item(page, first)).not.toBeChecked();
  await undo(page);
  await expect(item(page, first)).toBeChecked();

  await chooseForRun(page, 'Duplicate as a fresh run');
  await expect(item(page, first)).not.toBeChecked();
  await expect(run(page)).toContainText('Release 1.0');
  await expect(page.getByRole('textbox', { name: 'Deployment Lead, Name' })).toHaveValue('Ada');
  await undo(page);
  await expect(item(page, first)).toBeChecked();
  await chooseForRun(page, 'Switch run');
  const dialog = page.getByRole('dialog', { name: 'Switch run' });
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await chooseForRun(page, 'New run');
  await item(page, second).check();
  await rename(page, 'Release 1.1');
  await chooseForRun(page, 'Switch run');
  await dialog.getByRole('button', { name: /Release 1\.0/ }).click();
  await expect(status(page)).toHaveText('Now shown: Release 1.0.');
  await expect(item(page, first)).toBeChecked();
  await undo(page);
  await expect(item(page, second)).toBeChecked();
  await expect(item(page, first)).not.toBeChecked();

  await chooseForRun(page, 'Delete run');
  await expect(status(page)).toHaveText('Run deleted.');
  await expect(item(page, second)).not.toBeChecked();
  await undo(page);
  await expect(item(page, second)).toBeChecked();
  await expect(run(page)).toContainText('Release 1.1');
});

test('an exported run, as JSON or as Markdown, is imported in another browser @phone', async ({ page, newPerson }) => {
  await open(page);
  await item(page, first).check();
  await mark(page, second, 'Failed', 'pages 3 to 7 are missing');
  for (const choice of ['Download JSON', 'Download Markdown']) {
    const file = await download(page, choice);
    const other = await newPerson();
    await open(other);
    await chooseForRun(other, 'Import');
    await other.getByRole('dialog', { name: 'Import' }).getByLabel('File', { exact: true }).setInputFiles(file);
    // A person without a run of the page can go on with this one, or close it.
    await expect(sharedRun(other).getByRole('button')).toHaveText(['Continue this run', 'Close']);
    await sharedRun(other).getByRole('button', { name: 'Continue this run' }).click();
    await expect(item(other, first)).toBeChecked();
    await expect(other.getByText('pages 3 to 7 are missing')).toBeVisible();
    await expect(progress(other)).toHaveAttribute('aria-valuetext', '1 of 96 done');
  }
});

test('a Markdown copy of the checklist with boxes ticked by hand is merged, its differences shown first @phone', async ({
  page,
}) => {
  await open(page);
  await item(page, first).check();
  const source = readFileSync('content/runbooks/mvp-release.mdx', 'utf8').replace(/^---[^]*?\n---\n/, '');
  await importText(page, source.replace(`- [ ] ${second}`, `- [x] ${second}`));
  await expect(sharedRun(page)).toContainText(second);
  await expect(item(page, second)).toBeChecked();
  await sharedRun(page).getByRole('button', { name: 'Merge into my run' }).click();
  await expect(item(page, second)).toBeChecked();
  await expect(item(page, first)).toBeChecked();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '2 of 96 done');
  await undo(page);
  await expect(item(page, second)).not.toBeChecked();
  await expect(item(page, first)).toBeChecked();
});

test('what is no run is refused with the reason', async ({ page }) => {
  await open(page);
  await importText(page, 'Dear all, the release is done.');
  await expect(page.getByRole('alert')).toHaveText('There is no run in this, and no ticked checklist.');
});

test('“Copy as Markdown” puts the checklist with marks on the clipboard @phone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await item(page, first).check();
  await chooseForRun(page, 'Copy as Markdown');
  await expect(page.getByText('Copied as Markdown.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('- [x] Merge all feature branches to main');
  expect(copied).toContain('- [ ] Finalize the user guide');
});

test('the summary shows failures and the timeline, the same as a table @phone', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await mark(page, second, 'Failed', 'pages 3 to 7 are missing');
  await chooseForRun(page, 'Summary');
  const dialog = page.getByRole('dialog', { name: 'Summary' });
  await expect(dialog).toContainText('1 failed');
  await expect(dialog).toContainText('pages 3 to 7 are missing');
  await expect(dialog.getByRole('img', { name: /^Timeline:/ })).toBeVisible();
  await dialog.getByText('As a table').click();
  await expect(dialog.getByRole('table').getByText(second).first()).toBeVisible();
});

test.describe('an address that is none', () => {
  test.use({ expected: { console: /status of 404/ } });

  test('a link whose “#” was escaped on the way is repaired @every-site', async ({ page, newPerson }) => {
    await open(page);
    await item(page, first).check();
    const link = await share(page);
    for (const broken of [
      link.replace('?run#', '%23'),
      link.replace('?run#', '?run%23'),
      link.replace('?run#', '%3Frun%23'),
    ]) {
      const other = await newPerson();
      await other.goto(broken);
      await expect(sharedRun(other)).toContainText('1 of 96 done');
      await expect(item(other, first)).toBeChecked();
    }
  });

  test('leads back to the runbooks @every-site', async ({ page }) => {
    await page.goto('runbooks/nowhere/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
    await page.getByRole('link', { name: 'Deployment checklist for the MVP release' }).first().click();
    await expect(page).toHaveURL(new RegExp(`${runbook}$`));
  });
});
