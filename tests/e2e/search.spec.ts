import { open, item } from './people';
import { expect, test } from './test';

test('a search finds “rate limiting” and leads to it, on this page and on another, with the words marked @every-site @phone', async ({
  page,
}) => {
  await open(page);
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const step = item(page, 'Configure rate limiting: over the limit, 429');
  const marks = page.locator('main mark');
  await page.getByRole('button', { name: 'Search' }).click();
  await dialog.getByRole('searchbox').fill('rate limiting');
  await dialog
    .getByRole('link', { name: /Configure rate limiting/ })
    .first()
    .click();
  await expect(page).toHaveURL(/runbooks\/mvp-release\/#configure-rate-limiting/);
  await expect(marks.first()).toBeVisible();
  const middle = ((await step.boundingBox())?.y ?? 0) / (page.viewportSize()?.height ?? 1);
  expect(middle).toBeGreaterThan(0.3);
  expect(middle).toBeLessThan(0.7);
  await page.keyboard.press('Shift');
  await expect(marks).toHaveCount(0);

  await page.getByRole('button', { name: 'Search' }).click();
  await dialog.getByRole('searchbox').fill('lower the ttl first');
  await dialog.locator('a[href*="/guides/tls-and-dns/"]').first().click();
  await expect(page).toHaveURL(/guides\/tls-and-dns\/#lower-the-ttl-first/);
  await expect(marks.first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Lower the TTL first' })).toBeInViewport();
});

test('search can be narrowed to runbooks or guides', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('rate limiting');
  await expect(dialog.getByRole('link').first()).toBeVisible();
  await dialog.getByRole('radio', { name: 'Guides' }).check();
  await expect(dialog.locator('a[href*="/runbooks/"]')).toHaveCount(0);
  await expect(dialog.getByRole('link').first()).toHaveAttribute('href', /\/guides\//);

  // A result that is opened in another tab leaves the search open for the next one.
  const other = page.context().waitForEvent('page');
  await dialog
    .getByRole('link')
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(await other).toHaveURL(/\/guides\//);
  await expect(dialog).toBeVisible();
  await expect(page).toHaveURL(/mvp-release\/$/);
});

test('search shows the mark that a step has in the run, and runs in the page where there are no workers', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  await open(page);
  await item(page, 'Configure rate limiting: over the limit, 429').check();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('rate limiting');
  const result = dialog.getByRole('link', { name: /Configure rate limiting/ });
  await expect(result).toContainText('Done');

  // It stays true while the dialog is open.
  const other = await page.context().newPage();
  await open(other);
  await item(other, 'Configure rate limiting: over the limit, 429').uncheck();
  await expect(result).not.toContainText('Done');
});

test('the search opens once, however often it is asked for', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Search' }).dblclick();
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
});

test('nothing of the search is loaded before it is opened', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
});

test('a search asks for each file once, all but the words themselves before it knows the words', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.route('**/sw.js', (route) => route.abort());
  await open(page);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect.poll(() => asked.filter((path) => /\.(pf_meta|pf_places)$/.test(path))).toHaveLength(2);
  await dialog.getByRole('searchbox').fill('rollback database');
  await expect(dialog.getByRole('link').first()).toContainText(/Roll|roll/);
  const ofIndex = asked.filter((path) => path.includes('/pagefind/'));
  expect(ofIndex.some((path) => path.endsWith('.pf_index'))).toBe(true);
  expect(ofIndex.toSorted()).toEqual([...new Set(ofIndex)].toSorted());
});

test('a result shows its text with the words marked, and says what was done to the question @phone', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const box = dialog.getByRole('searchbox');
  const status = dialog.getByRole('status');
  const hits = dialog.getByRole('listitem');

  await box.fill('how do I roll back the database');
  await expect(hits.first().locator('b mark').first()).toHaveText(/roll back/i);
  await expect(hits.first().locator('.excerpt')).not.toBeEmpty();
  await expect(status).toHaveText(/^\d+ places for/);
  const count = Number(/^\d+/.exec((await status.textContent()) ?? '')?.[0]);
  if (count > 20) await dialog.getByRole('button', { name: /^Show \d+ more$|^Show one more$/ }).click();
  await expect(dialog.locator('.hits').getByRole('link')).toHaveCount(count);
  // The keys go on with the first that was not shown before.
  if (count > 20) await expect(dialog.locator('.hits').getByRole('link').nth(20)).toBeFocused();

  await box.fill('rolback');
  await expect(dialog).toContainText('Showing results for “rollback”, not for “rolback”.');
  await dialog.getByRole('button', { name: 'Search for the words as typed' }).click();
  await expect(status).toContainText('Nothing for “rolback”');
  await dialog.getByRole('button', { name: 'Search with corrections again' }).click();
  await expect(status).toContainText('for “rolback”');
  await expect(hits.first()).toBeVisible();

  await box.fill('rollback xyzzy');
  await expect(dialog).toContainText('Without: xyzzy');
  await box.fill('xyzzy');
  await expect(status).toContainText('Nothing for “xyzzy”');
  await expect(hits).toHaveCount(0);
});

test('on arrival the words are marked until the next key, and the row stands in the middle', async ({ page }) => {
  await open(page);
  const box = page.getByRole('searchbox', { name: 'Search' });
  const step = item(page, 'Configure rate limiting: over the limit, 429');
  await page.keyboard.press('/');
  await box.fill('certificate');
  await expect(page.getByRole('dialog', { name: 'Search' }).getByRole('link').first()).toBeVisible();
  // Enter means the results of what was typed, and not those that are still shown.
  await box.fill('configure rate limiting');
  await box.press('Enter');
  await expect(step).toBeFocused();
  await expect(page.locator('main mark').first()).toBeVisible();
  const middle = ((await step.boundingBox())?.y ?? 0) / (page.viewportSize()?.height ?? 1);
  expect(middle).toBeGreaterThan(0.3);
  expect(middle).toBeLessThan(0.7);
  await page.keyboard.press('x');
  await expect(page.locator('main mark')).toHaveCount(0);
  await expect(step).toBeChecked();

  // The same from another page, by an address that asks for the search; it was searched for before.
  await page.goto('guides/backups/?q=configure+rate+limiting');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('link', { name: /Configure rate limiting.*Done/ }).first()).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Open items only' }).check();
  await expect(dialog.getByRole('link', { name: /Configure rate limiting/ })).toHaveCount(0);
  await dialog.getByRole('checkbox', { name: 'Open items only' }).uncheck();
  await dialog.getByRole('searchbox').fill('');
  await dialog.getByRole('button', { name: 'configure rate limiting' }).click();
  await dialog
    .getByRole('link', { name: /Configure rate limiting/ })
    .first()
    .click();
  await expect(page).toHaveURL(/mvp-release\/#configure-rate-limiting/);
  await expect(page.locator('main mark').first()).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(page.locator('main mark')).toHaveCount(0);
});

test('a search that cannot be loaded says so, beside a button that loads the page anew', async ({ page, expected }) => {
  expected.console = /pagefind/;
  await page.route('**/pagefind/**', (route) => route.abort());
  await open(page);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('status')).toContainText('could not be loaded');
  await page.unroute('**/pagefind/**');
  await Promise.all([page.waitForEvent('load'), dialog.getByRole('button', { name: 'Reload' }).click()]);
  // A part of the index that cannot be had is not an index in which nothing is found; and the search goes on once it can.
  await page.route('**/pagefind/index/**', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('rollback');
  await expect(dialog.getByRole('status')).toContainText('could not be loaded');
  await page.unroute('**/pagefind/index/**');
  await page.getByRole('searchbox', { name: 'Search' }).fill('rollback plan');
  await expect(dialog.getByRole('link').first()).toBeVisible();
  await expect(dialog.getByRole('status')).toHaveText(/^\d+ places for “rollback plan”/);
});
