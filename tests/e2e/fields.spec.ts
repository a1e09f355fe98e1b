import { answer, chooseForRun, item, open, sayName, status, undo } from './people';
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

test('a signature that somebody else gives while the reader is asked for a name stays', async ({ page, context }) => {
  const sign = (one: typeof page) => one.getByRole('button', { name: 'Sign: Technical Lead, Signature' }).click();
  const signature = page.getByLabel('Technical Lead, Signature', { exact: true });
  await open(page);
  const tab = await context.newPage();
  await open(tab);
  await sign(page);
  await expect(page.getByRole('dialog')).toBeVisible();
  await sign(tab);
  await answer(tab, 'Grace');
  await expect(signature).toHaveValue(/^Grace /);
  await answer(page, 'Ada');
  await expect(status(page)).toHaveText('Not signed: somebody else has signed it meanwhile.');
  await expect(signature).toHaveValue(/^Grace /);
});

test('what is being typed is kept when the page is left; a field that only has the focus shows what another tab enters', async ({
  page,
  context,
}) => {
  await open(page);
  const field = page.getByRole('textbox', { name: 'Deployment Lead, Name' });
  await field.click();
  await expect(field).toBeFocused();
  await page.keyboard.type('Grace', { delay: 50 });
  await page.reload();
  await expect(field).toHaveValue('Grace');

  const tab = await context.newPage();
  await open(tab);
  const there = tab.getByRole('textbox', { name: 'Deployment Lead, Name' });
  await field.focus();
  await there.fill('Ada');
  await there.blur();
  await expect(field).toHaveValue('Ada');
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await there.fill('Margaret');
  await there.blur();
  await expect(field).toHaveValue('Margaret');
  // What is being typed stays; typed back to what it was, it is nothing that anybody entered.
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  await there.fill('Barbara');
  await there.blur();
  await tab.getByRole('textbox', { name: 'Technical Lead, Name' }).fill('Last');
  await tab.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Technical Lead, Name' })).toHaveValue('Last');
  await expect(field).toHaveValue('Margaret!');
  await page.keyboard.press('Backspace');
  await field.blur();
  await expect(field).toHaveValue('Barbara');
  await expect(there).toHaveValue('Barbara');
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

test('every kind of blank, choice and tick cell of a plain Markdown table fills in @phone', async ({
  page,
  fixtures,
}) => {
  await open(page, `${fixtures}runbooks/every-field/`);
  const field = (column: string) => page.getByLabel(`Copy the data, ${column}`, { exact: true });
  await field('Who').fill('Ada');
  await field('Date').fill('2026-11-23');
  await field('Notes').fill('warm');
  await page.getByRole('button', { name: 'Now: Copy the data, Start' }).click();
  await expect(status(page)).toContainText(/^Copy the data, Start: \d\d:\d\d\.$/);
  await page.getByRole('radio', { name: 'Copy the data, Went well: No' }).check();
  await expect(status(page)).toHaveText('Copy the data, Went well: No.');
  await page.getByRole('checkbox', { name: 'Disk, OK' }).check();
  await page.getByRole('checkbox', { name: 'Memory, OK' }).check();
  await page.getByRole('textbox', { name: 'Disk, Seen by' }).fill('Grace');

  // A person without a name is asked for one; nothing is signed without it.
  const sign = page.getByRole('button', { name: 'Sign: Copy the data, Sign-off' });
  await sign.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(field('Sign-off')).toHaveValue('');
  await sign.click();
  await answer(page, 'Ada Lovelace');
  await expect(field('Sign-off')).toHaveValue(/^Ada Lovelace \d\d:\d\d$/);
  await expect(sign).toBeFocused();

  await page.reload();
  await expect(field('Who')).toHaveValue('Ada');
  await expect(field('Date')).toHaveValue('2026-11-23');
  await expect(field('Start')).toHaveValue(/^\d\d:\d\d$/);
  await expect(field('Sign-off')).toHaveValue(/^Ada Lovelace/);
  await expect(field('Notes')).toHaveValue('warm');
  await expect(page.getByRole('radio', { name: 'Copy the data, Went well: No' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Disk, OK' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Memory, OK' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Disk, Seen by' })).toHaveValue('Grace');
});

test('a field that is filled in, and emptied, is said and can be undone', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/every-field/`);
  const disk = page.getByRole('checkbox', { name: 'Disk, OK' });
  await disk.check();
  await disk.uncheck();
  await expect(status(page)).toHaveText('Disk, OK: empty.');
  await undo(page);
  await expect(disk).toBeChecked();
  await undo(page);
  await expect(disk).not.toBeChecked();
  const yes = page.getByRole('radio', { name: 'Copy the data, Went well: Yes' });
  await yes.check();
  await undo(page);
  await expect(yes).not.toBeChecked();
});

test('the timeline proposes start and end from the section’s entries, and the reader accepts @phone', async ({
  page,
  fixtures,
}) => {
  await page.clock.install({ time: new Date('2026-11-23T14:03:00+01:00') });
  await open(page, `${fixtures}runbooks/every-field/`);
  await item(page, 'Stop the writers').check();
  await page.clock.fastForward('20:00');
  await item(page, 'Copy the tables (if necessary)').check();
  const field = (column: string) => page.getByLabel(`Copy the data, ${column}`, { exact: true });
  await page.getByRole('button', { name: 'Use 14:03: Copy the data, Start' }).click();
  await page.getByRole('button', { name: 'Use 14:23: Copy the data, End' }).click();
  await expect(field('Start')).toHaveValue('14:03');
  await expect(field('End')).toHaveValue('14:23');
  await expect(field('End')).toBeFocused();
  await expect(page.getByRole('button', { name: /^Use/ })).toHaveCount(0);
  await undo(page);
  await expect(field('End')).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Use 14:23: Copy the data, End' })).toBeVisible();
});
