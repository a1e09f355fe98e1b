import type { Page } from '@playwright/test';
import { item, open, progress, runbook, sharedRun } from './people';
import { expect, test } from './test';

const first = 'Merge all feature branches to main';
const second = 'Tag the version in Git: v1.0.0';

/** Presses Tab until that has the focus; fails where it never gets it. */
async function tabTo(page: Page, name: string, most = 60): Promise<void> {
  const target = page.getByRole('button', { name, exact: true }).or(page.getByRole('checkbox', { name, exact: true }));
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${most} presses of Tab did not reach “${name}”.`);
}

test('the keyboard alone ticks, reloads, shares, receives, merges and searches @every-site', async ({
  page,
  newPerson,
}) => {
  await open(page);
  await tabTo(page, first);
  await page.keyboard.press('Space');
  await expect(item(page, first)).toBeChecked();
  await page.reload();
  await expect(item(page, first)).toBeChecked();

  await tabTo(page, 'Share');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toBeFocused();
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused();

  const other = await newPerson();
  await open(other);
  await tabTo(other, second);
  await other.keyboard.press('Space');
  await other.goto(link);
  await expect(sharedRun(other).getByRole('heading', { name: 'Shared run' })).toBeFocused();
  await tabTo(other, 'Merge into my run');
  await other.keyboard.press('Enter');
  await expect(progress(other)).toHaveAttribute('aria-valuetext', '2 of 96 done');

  await other.keyboard.press('/');
  await other.keyboard.type('rate limiting');
  const search = other.getByRole('dialog', { name: 'Search' });
  await expect(search.getByRole('link', { name: /Configure rate limiting/ }).first()).toBeVisible();
  await other.keyboard.press('ArrowDown');
  await expect(search.getByRole('link').first()).toBeFocused();
  await other.keyboard.press('Enter');
  await expect(search).toBeHidden();
  await expect(other).toHaveURL(/#configure-|rate-limit/);
});

test('single keys move, tick, mark, note and undo', async ({ page }) => {
  await open(page);
  await page.keyboard.press('j');
  await expect(item(page, first)).toBeFocused();
  await page.keyboard.press('x');
  await expect(item(page, first)).toBeChecked();
  await page.keyboard.press('j');
  await expect(item(page, second)).toBeFocused();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('no tags here');
  await page.keyboard.press('Enter');
  await expect(page.getByText('no tags here')).toBeVisible();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 95 done');
  await page.keyboard.press('k');
  await expect(item(page, first)).toBeFocused();
  await page.keyboard.press('n');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('jkxsf?/o');
  await page.keyboard.press('Enter');
  await expect(page.getByText('jkxsf?/o')).toBeVisible();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 95 done');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('jkxsf?/o')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 96 done');
});

test('“f” marks as failed; the run bar names it', async ({ page }) => {
  await open(page);
  await page.keyboard.press('j');
  await page.keyboard.press('f');
  await page.getByRole('dialog').getByRole('textbox').fill('conflict');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText('1 failed');
});

test('“?” lists the keys, and they can be switched off', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toContainText('Next item');
  await dialog.getByRole('checkbox', { name: 'Single keys are on' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await item(page, first).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await expect(item(page, first)).toBeFocused();
  await expect(item(page, first)).not.toBeChecked();
  await page.reload();
  await item(page, first).focus();
  await page.keyboard.press('j');
  await expect(item(page, first)).toBeFocused();
});

test('no key acts while something is typed', async ({ page }) => {
  await open(page);
  const field = page.getByRole('textbox', { name: 'Deployment Lead, Name' });
  await field.fill('');
  await field.pressSequentially('xjksfno?/');
  await expect(field).toHaveValue('xjksfno?/');
  await expect(field).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
});

test('Escape calls off a dialog or a menu that is on its way, from the press that asked for it on', async ({
  page,
  context,
}) => {
  let arrive = () => {};
  const waits = new Promise<void>((given) => (arrive = given));
  await context.route(/_astro\/(?:acts|desk|share)\./, async (route) => {
    await waits;
    await route.continue();
  });
  // The page sends for all of it by itself, so that it is there when the network goes.
  const asked = page.waitForRequest(/_astro\/acts\./);
  await open(page);
  const share = page.getByRole('button', { name: 'Share', exact: true });
  const more = page.getByRole('button', { name: `More: ${first}` });
  await share.press('Enter');
  await asked;
  await page.keyboard.press('Escape');
  await more.press('Enter');
  await page.keyboard.press('Escape');
  arrive();
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(more).toBeFocused();
  await share.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Share this run' })).toBeVisible();
});

test('keys act again after Escape called off a search that was on its way', async ({ page, context }) => {
  let arrive = () => {};
  const waits = new Promise<void>((given) => (arrive = given));
  await context.route(/panels\.[^/]*\.css/, async (route) => {
    await waits;
    await route.continue();
  });
  await open(page);
  const asked = page.waitForRequest(/search-worker\.js/);
  await page.keyboard.press('/');
  await asked;
  await page.keyboard.press('Escape');
  arrive();
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a menu opens, moves, chooses and closes by keyboard, and gives the focus back', async ({ page }) => {
  await open(page, runbook);
  const button = page.getByRole('button', { name: `More: ${first}` });
  await button.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(menu.getByRole('menuitem', { name: 'Not applicable' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
  await expect(item(page, first)).toBeChecked();
  await expect(button).toBeFocused();
  // As fast as keys come: Escape is heard however far the menu is on its way.
  for (let time = 0; time < 10; time++) {
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(button).toBeFocused();
  }
});
