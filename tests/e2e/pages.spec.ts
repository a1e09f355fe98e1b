import { hostileTexts } from './made-pages';
import { chooseFor, item, open, progress, status } from './people';
import { expect, test } from './test';

test('a plain Markdown file ticks, groups and fills in @phone', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/plain/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Restart the mail server');
  await item(page, 'On the first machine').check();
  await expect(item(page, 'Stop the queue')).toBeChecked({ indeterminate: true });
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 7 done');
  await item(page, 'Stop the queue').click();
  await expect(item(page, 'On the second machine')).toBeChecked();
  await expect(item(page, 'Stop the queue')).toBeChecked();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '2 of 7 done');
  await page.getByRole('textbox', { name: 'Lead, Name' }).fill('Ada');
  await page.getByRole('textbox', { name: 'Lead, Name' }).blur();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Lead, Name' })).toHaveValue('Ada');
  await expect(item(page, 'On the second machine')).toBeChecked();
});

test("the authors' guide is live: its samples tick, its component holds an item, a look-alike stays text", async ({
  page,
}) => {
  await open(page, 'guides/writing-a-runbook/');
  await expect(item(page, 'Choose the window: Tuesday, 06:00 UTC')).toBeChecked();
  await expect(page.getByText('[] no space in the brackets', { exact: true })).toBeVisible();
  const note = page.getByRole('note', { name: 'Not after 22:00 UTC' });
  await note.getByRole('checkbox').check();
  await page.reload();
  await expect(note.getByRole('checkbox', { name: 'Look at the clock: before 21:30 UTC' })).toBeChecked();
});

test('groups within groups follow their items', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/nested/`);
  await expect(progress(page)).toHaveAttribute('aria-valuemax', '4');
  await item(page, 'Prepare').click();
  for (const text of ['Machines', 'Rack one', 'Rack two', 'People']) await expect(item(page, text)).toBeChecked();
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const text of ['Machines', 'Rack one', 'Rack two', 'People', 'Prepare']) {
    await expect(item(page, text)).not.toBeChecked();
  }
});

test('a page written from right to left runs @phone', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/arabic/`);
  const box = await item(page, 'إبلاغ الفريق').boundingBox();
  const more = await page.getByRole('button', { name: 'More: إبلاغ الفريق' }).boundingBox();
  expect(box?.x).toBeGreaterThan(more?.x ?? Infinity);
  await item(page, 'إبلاغ الفريق').check();
  await expect(progress(page)).toHaveAttribute('aria-valuenow', '1');
  // The item's text is isolated (U+2068, U+2069): else the number after it would be drawn before it.
  await expect(status(page)).toHaveText('Done: \u2068إبلاغ الفريق\u2069. 1 of 2 done.');
  await page.reload();
  await expect(item(page, 'إبلاغ الفريق')).toBeChecked();
});

test('a file with Windows line ends runs, and [x] is done by default', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/windows/`);
  await expect(item(page, 'Done by default')).toBeChecked();
  await expect(item(page, 'First line')).not.toBeChecked();
  await item(page, 'Done by default').uncheck();
  await page.reload();
  await expect(item(page, 'Done by default')).not.toBeChecked();
});

test('items named like code are text, tick by themselves, and keep their notes', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/hostile-names/`);
  for (const text of hostileTexts) {
    await item(page, text).check();
    await chooseFor(page, text, 'Note');
    await page.getByRole('dialog').getByRole('textbox').fill(text);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  }
  await expect(progress(page)).toHaveAttribute('aria-valuenow', String(hostileTexts.length));
  await page.reload();
  for (const text of hostileTexts) {
    await expect(item(page, text)).toBeChecked();
    const row = page.getByRole('listitem').filter({ has: item(page, text) });
    await expect(row.getByText(text, { exact: true })).toHaveCount(2);
  }
  await expect(item(page, 'Plain')).not.toBeChecked();
  await expect(item(page, '<cluster_name> is drained')).toBeVisible();
});

test('a page of 2,000 items ticks, jumps and reloads', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/many-items/`);
  await item(page, 'Step number 1999').check();
  await item(page, 'Step number 1').check();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '2 of 2000 done');
  await page.reload();
  await expect(item(page, 'Step number 1999')).toBeChecked();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
});

test('a guide that has a task list runs the same way @phone', async ({ page, fixtures }) => {
  await open(page, `${fixtures}guides/with-tasks/`);
  await item(page, 'Read the guide').check();
  await page.reload();
  await expect(item(page, 'Read the guide')).toBeChecked();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 2 done');
});

test('a page may name its sections and steps as the site names its own parts @phone', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/own-words/`);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  await chooseFor(page, 'Status', 'Done');
  await expect(page.getByRole('status').getByText('Done: Status')).toBeVisible();
  await expect(page.getByRole('main').getByRole('heading', { name: 'Contents' })).toHaveText('Contents');
  await expect(item(page, 'Status')).toBeChecked();
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const isDrawer = await contents.isHidden();
  if (isDrawer) await page.getByRole('button', { name: 'Contents' }).click();
  await contents.getByRole('link', { name: 'Received' }).click();
  await expect(contents).toBeVisible({ visible: !isDrawer });
  await expect(page.getByRole('main').getByRole('heading', { name: 'Received' })).toBeInViewport();
});
