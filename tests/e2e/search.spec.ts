import { open, item } from './people';
import { expect, test } from './test';

test('a search finds “rate limiting” and leads to it @every-site @phone', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('rate limiting');
  await dialog
    .getByRole('link', { name: /Configure rate limiting/ })
    .first()
    .click();
  await expect(page).toHaveURL(/runbooks\/mvp-release\/#configure-rate-limiting/);
  await expect(item(page, 'Configure rate limiting: over the limit, 429')).toBeInViewport();
});

test('search leads from a guide to another page', async ({ page }) => {
  await page.goto('guides/backups/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('rate limits');
  await dialog
    .getByRole('link', { name: /DDoS|rate limit/i })
    .first()
    .click();
  await expect(page).not.toHaveURL(/backups/);
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
});

test('search shows the mark that a step has in the run', async ({ page }) => {
  await open(page);
  await item(page, 'Configure rate limiting: over the limit, 429').check();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('rate limiting');
  await expect(dialog.getByRole('link', { name: /Configure rate limiting.*Done/ })).toBeVisible();
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
  await expect.poll(() => asked.filter((path) => /\.(pf_meta|pf_fragment)$/.test(path))).toHaveLength(2);
  await dialog.getByRole('searchbox').fill('rollback database');
  await expect(dialog.getByRole('link').first()).toContainText('Roll the database back');
  const ofIndex = asked.filter((path) => path.includes('/pagefind/'));
  expect(ofIndex.some((path) => path.endsWith('.pf_index'))).toBe(true);
  expect(ofIndex.toSorted()).toEqual([...new Set(ofIndex)].toSorted());
});

test('a search that finds nothing says so', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('漢字');
  await expect(dialog.getByRole('status')).toContainText('Nothing for');
});
