import { expect, type Locator, type Page } from '@playwright/test';

/* What people do on a page, by the names that they see or hear. */

export const runbook = 'runbooks/mvp-release/';

/** Opens a page and waits until it is live: until then ticks are only the browser's own. */
export async function open(page: Page, address = runbook): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html[data-live]')).toBeAttached();
}

export const item = (page: Page, text: string): Locator => page.getByRole('checkbox', { name: text, exact: true });

export const progress = (page: Page): Locator => page.getByRole('progressbar', { name: 'Progress' });

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
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(why);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
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
  await sharedRun(page).getByRole('button', { name: choice }).click();
  await expect(sharedRun(page)).toBeHidden();
}

/** Writes one's name, so that ticks bear it. */
export async function sayName(page: Page, name: string): Promise<void> {
  await chooseForRun(page, 'Your name');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}
