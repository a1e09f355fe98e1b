import { expect, type Locator, type Page } from '@playwright/test';

/* The acts of people on a page, by the names that they see or hear. */

export const runbook = 'runbooks/mvp-release/';

/** Opens a page and waits until it is live: until then ticks are only the browser's own. */
export async function open(page: Page, address = runbook): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html[data-live]')).toBeAttached();
}

export const item = (page: Page, text: string): Locator => page.getByRole('checkbox', { name: text, exact: true });

export const progress = (page: Page): Locator => page.getByRole('progressbar', { name: 'Progress' });

/** The run bar. */
export const run = (page: Page): Locator => page.getByRole('region', { name: 'Run', exact: true });

/** The live region in which the page says what was done. */
export const status = (page: Page): Locator => page.locator('[id="ui:status"]');

export const undo = (page: Page): Promise<void> => page.getByRole('button', { name: 'Undo' }).click();

/** Answers a dialog with a line of text. */
export async function answer(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

/** Gives the run a title. */
export async function rename(page: Page, title: string): Promise<void> {
  await chooseForRun(page, 'Rename');
  await answer(page, title);
}

/** Chooses in the menu of an item. */
export async function chooseFor(page: Page, text: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: `More: ${text}`, exact: true }).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
}

/** Chooses in the menu of the run. */
export async function chooseForRun(page: Page, choice: string): Promise<void> {
  await page.getByRole('button', { name: 'Run menu' }).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
}

/** Marks an item as not applicable or failed, and says why. */
export async function mark(page: Page, text: string, choice: 'Not applicable' | 'Failed', why: string): Promise<void> {
  await chooseFor(page, text, choice);
  await answer(page, why);
}

/** The link that the share dialog shows. */
export async function share(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return link;
}

export const sharedRun = (page: Page): Locator => page.getByRole('region', { name: 'Shared run' });

/** Opens a link and chooses what becomes of it. */
export async function receive(page: Page, link: string, choice: string): Promise<void> {
  await page.goto(link);
  const choices = sharedRun(page).getByRole('button');
  await expect(choices.first()).toBeVisible();
  // A person without a run of the page can only go on with this one.
  const only = sharedRun(page).getByRole('button', { name: 'Continue this run' });
  await ((await only.count()) > 0 ? only : sharedRun(page).getByRole('button', { name: choice })).click();
  await expect(sharedRun(page)).toBeHidden();
}

/** Writes one's name, so that ticks bear it. */
export async function sayName(page: Page, name: string): Promise<void> {
  await chooseForRun(page, 'Your name');
  await answer(page, name);
}

/** Downloads a file by an entry of the run menu, and returns its path. */
export async function download(page: Page, choice: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await chooseForRun(page, choice);
  return (await downloading).path();
}
