import { item, open } from './people';
import { expect, test } from './test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a visitor tries it on the home page, and finds the way home and an author’s way in', async ({ page }) => {
  await page.goto('.');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#ui:main$/);
  const tries = page.locator('#under-way').getByRole('checkbox');
  await expect(tries).toHaveCount(3);
  await tries.nth(1).check();
  await expect(tries.nth(1)).toBeInViewport();
  await tries.nth(0).check();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.getByRole('link', { name: 'Write a runbook' }).click();
  await expect(page).toHaveURL(/guides\/writing-a-runbook\/$/);
  await page.getByRole('banner').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Runsheet');
});

test('a reader keeps their place: contents follow, ways are named, the menu is in groups', async ({ page }) => {
  await page.goto('runbooks/mvp-release/');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await page.locator('#security').scrollIntoViewIfNeeded();
  await page.locator('#security').evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
  await expect(contents.locator('[data-reading]')).toHaveAttribute('href', '#security');
  await expect(contents.locator('[aria-current="location"]')).toHaveAttribute('href', '#security');
  // The run's own place is another mark, and stays.
  await expect(contents.locator('[aria-current="true"]').last()).toHaveAttribute('href', '#code-and-repository');
  await expect(page.getByRole('link', { name: 'How: Complete the vulnerability assessment' })).toHaveCount(1);

  await page.keyboard.press('c');
  await expect(page.getByRole('checkbox', { name: 'Merge all feature branches to main' })).toBeFocused();
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Run menu' }).click();
  const menu = page.getByRole('menu', { name: 'Run menu' });
  await expect(menu.getByRole('group')).toHaveCount(4);
  const record = menu.getByRole('group', { name: 'Its record' });
  await record.getByRole('menuitem', { name: 'Timeline' }).click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Timeline' })).toBeFocused();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Run menu' }).click();
  await menu.getByRole('menuitem', { name: 'Copy page as Markdown' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'copied as Markdown' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('- [ ] Merge all feature branches to `main`');
  expect(copied).toBe(await (await page.request.get('runbooks/mvp-release.md')).text());
});

test('on a phone the way home is there beside a run, and all guides unfold in place @phone', async ({ page }) => {
  await page.goto('runbooks/mvp-release/');
  const home = page.getByRole('banner').getByRole('link').first();
  const box = await home.boundingBox();
  expect(box?.width).toBeGreaterThan(12);
  // Once the page is used, its later parts come; until then the link goes to the home page.
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.getByRole('link', { name: 'How: Merge all feature branches to main' })).toHaveCount(1);
  const site = page.getByRole('navigation', { name: 'Site' });
  await site.getByRole('link', { name: /^All \d+ guides$/ }).click();
  await expect(site.getByRole('link', { name: 'Rotating secrets' })).toBeVisible();
  await expect(page).toHaveURL(/runbooks\/mvp-release\/$/);
  await home.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Runsheet' })).toBeVisible();
});

test('magnified on a small screen, a rollback leaves half of it for the text, and German labels fit @phone', async ({
  page,
  fixtures,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, `${fixtures}runbooks/night/`);
  await item(page, 'It does not answer').check();
  const question = page.getByRole('textbox', { name: /^Name or initials/ });
  await question.scrollIntoViewIfNeeded();
  await expect(question).toBeInViewport({ ratio: 1 });
  const run = page.getByRole('region', { name: 'Run', exact: true });
  await expect(run.locator('[data-status="rollback"]')).toBeInViewport({ ratio: 1 });
  const next = run.getByRole('link', { name: 'Restore the backup' });
  await expect(next).toBeInViewport({ ratio: 1 });
  const { bar, actions } = await page.evaluate(() => ({
    bar: document.querySelector('.bar')?.getBoundingClientRect().height ?? 0,
    actions: document.querySelector('.actions')?.getBoundingClientRect().height ?? 0,
  }));
  expect(bar + actions).toBeLessThan(128);

  await open(page, `${fixtures}runbooks/deutsch/`);
  for (const label of ['Inhalt', 'Suchen', 'Teilen', 'Rückgängig']) {
    const button = page.getByRole('button', { name: label, exact: true });
    await expect(button).toBeInViewport({ ratio: 1 });
    expect(await button.evaluate((one) => one.scrollWidth - one.clientWidth), label).toBeLessThanOrEqual(0);
  }
});

test('pages in folders unfold as a tree, open where the reader is', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/real/alerts/`);
  const site = page.getByRole('navigation', { name: 'Site' });
  // Those beside a page are of its folder, and few.
  const beside = await site
    .getByRole('listitem')
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).pathname).filter((path) => path.includes('/runbooks/')),
    );
  expect(beside.length).toBeLessThan(10);
  expect(beside.filter((path) => path.includes('/real/')).length).toBeGreaterThan(3);
  // Until the script is there, the link leads to the list of all runbooks.
  await expect(async () => {
    if (!page.url().endsWith('/real/alerts/')) await page.goBack();
    await page.mouse.move(300, 300);
    await site.getByRole('link', { name: /^All \d+ runbooks$/ }).click({ timeout: 1000 });
    await expect(page).toHaveURL(/real\/alerts\/$/, { timeout: 1000 });
  }).toPass();
  const folder = site.locator('details').filter({ has: page.getByText(/^real/) });
  await expect(folder).toHaveAttribute('open');
  await expect(folder.locator('[aria-current=page]')).toBeFocused();
  await folder.locator('summary').click();
  await expect(folder.locator('[aria-current=page]')).toBeHidden();
  await expect(site.getByRole('link', { name: 'Night', exact: true })).toBeVisible();
});
