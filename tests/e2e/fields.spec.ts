import { chooseForRun, open, sayName } from './people';
import { expect, test } from './test';

test('a field keeps what was typed, signed and dated @phone', async ({ page }) => {
  await open(page);
  await sayName(page, 'Ada Lovelace');
  await page.getByRole('textbox', { name: 'Deployment Lead, Name' }).fill('Ada');
  await page.getByRole('textbox', { name: 'Deployment Lead, Contact' }).fill('ada@example.org');
  await page.getByRole('button', { name: 'Now: Database backup, Start Time' }).click();
  await page.getByRole('button', { name: 'Sign: Technical Lead, Signature' }).click();
  await page.getByLabel('Technical Lead, Date').fill('2026-11-23');
  await page.getByLabel('Technical Lead, Date').blur();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Deployment Lead, Name' })).toHaveValue('Ada');
  await expect(page.getByRole('textbox', { name: 'Deployment Lead, Contact' })).toHaveValue('ada@example.org');
  await expect(page.getByLabel('Database backup, Start Time', { exact: true })).toHaveValue(/^\d\d:\d\d$/);
  await expect(page.getByLabel('Technical Lead, Signature', { exact: true })).toHaveValue(/^Ada Lovelace \d\d:\d\d$/);
  await expect(page.getByLabel('Technical Lead, Date')).toHaveValue('2026-11-23');
});

test('what is being typed is kept when the page is left', async ({ page }) => {
  await open(page);
  const field = page.getByRole('textbox', { name: 'Deployment Lead, Name' });
  await field.click();
  await expect(field).toBeFocused();
  await page.keyboard.type('Grace', { delay: 50 });
  await page.reload();
  await expect(field).toHaveValue('Grace');
});

test('a field that is filled in can be undone, and travels with a fresh run', async ({ page }) => {
  await open(page);
  const field = page.getByRole('textbox', { name: 'System Administrator, Name' });
  await field.fill('Grace');
  await field.blur();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  await field.fill('Margaret');
  await field.blur();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(field).toHaveValue('Grace');
  await chooseForRun(page, 'Duplicate as a fresh run');
  await expect(field).toHaveValue('Grace');
});
