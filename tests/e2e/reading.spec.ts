import type { Page } from '@playwright/test';
import { item, open, run, runbook } from './people';
import { expect, test } from './test';

const guide = 'guides/restoring-a-database/';

test('a guide leads to the one before and the one after it', async ({ page }) => {
  await page.goto(guide);
  const around = page.getByRole('navigation', { name: 'Previous and next' });
  await around.getByRole('link', { name: /^Next/ }).click();
  await expect(page).not.toHaveURL(new RegExp(guide));
  await around.getByRole('link', { name: /^Previous/ }).click();
  await expect(page).toHaveURL(new RegExp(guide));
});

test('a page tells other sites its title, description, address and picture', async ({ page, baseURL }) => {
  await page.goto(guide);
  const content = (name: string) =>
    page.locator(`meta[name="${name}"], meta[property="${name}"]`).getAttribute('content');
  expect(await content('description')).not.toBe('');
  expect(await content('og:description')).toBe(await content('description'));
  expect(await content('og:title')).toBe(await page.getByRole('heading', { level: 1 }).textContent());
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `http://localhost/${guide}`);
  const card = new URL((await content('og:image')) ?? '').pathname;
  expect((await page.request.get(new URL(card, baseURL).href)).headers()['content-type']).toBe('image/png');
});

test.describe(() => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a command is copied by its button, which says so', async ({ page }) => {
    await page.goto('guides/cutting-the-release/');
    await page.mouse.move(100, 100);
    await page.getByRole('button', { name: /^Copy: git fetch --prune/ }).click();
    await expect(page.getByRole('status')).toHaveText('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^git fetch --prune\n/);
    // Pasted, it waits to be run: a last line feed would run it at once.
    expect(copied.endsWith('\n')).toBe(false);
    expect(await page.locator('pre').first().textContent()).toBe(`${copied}\n`);
  });
});

test('a heading that is pointed at offers its address', async ({ page }) => {
  await page.goto(guide);
  const heading = page.getByRole('heading', { name: 'Compare' });
  await page.mouse.move(100, 100);
  await expect(async () => {
    await page.mouse.move(110, 110);
    await heading.hover();
    await heading.getByText('#').click({ timeout: 1000 });
  }).toPass();
  await expect(page).toHaveURL(/#compare$/);
});

test('a table is scrolled by the keyboard where it is too wide', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(runbook);
  const table = page.getByRole('group', { name: 'B. Deployment timeline' });
  await table.focus();
  // Chromium drops a key that comes before the frame in which it has scrolled to the table, so it is pressed as by a person: again.
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    expect(await table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  }).toPass();
});

test.describe(() => {
  test.use({ colorScheme: 'light', expected: { console: /ERR_FAILED/ } });

  test('a theme that was chosen stays, and is there before any script has come', async ({ page, context }) => {
    await page.goto(guide);
    await page.mouse.move(100, 100);
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByLabel('Theme').selectOption('Dark');
    await expect.poll(paper).not.toBe(light);
    await context.route(/_astro\/.*\.js/, (route) => route.abort());
    await page.goto(runbook);
    expect(await paper()).not.toBe(light);
  });
});

/** Tells whether something lies below the bar at the top and above the actions at the bottom, where it can be seen. */
const isInSight = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused?.closest('main')) return true;
    const { top, bottom } = focused.getBoundingClientRect();
    const [bar, actions] = ['.bar', '.actions'].map((part) => document.querySelector(part)?.getBoundingClientRect());
    const isAtBottom = actions !== undefined && actions.top > innerHeight / 2;
    return top >= (bar?.bottom ?? 0) && bottom <= (isAtBottom ? actions.top : innerHeight);
  });

test('what has the focus is never under the bar, forwards and backwards @phone', async ({ page }) => {
  await open(page);
  await item(page, 'Tell stakeholders the deployment window').focus();
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press(key);
      expect(await isInSight(page), `${key} ${presses}`).toBe(true);
    }
  }
});

test('steps have their author’s numbers, filtered or not, in print and in the run bar', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/numbers/`);
  const numbers = (section: string) =>
    page
      .locator(`section:has(> [id="${section}"]) [data-number]`)
      .evaluateAll((steps) =>
        steps
          .filter((step) => step.checkVisibility())
          .map((step) => getComputedStyle(step, '::before').content.replace(/ \/.*$/, '')),
      );
  const all = {
    'one-list': ['"1"', '"2"', '"3"', '"4"'],
    'starts-at-four': ['"4"', '"5"'],
    parens: ['"7"', '"8"'],
    zero: ['"0"', '"1"'],
  };
  for (const [section, expected] of Object.entries(all)) expect(await numbers(section)).toEqual(expected);
  await item(page, 'Fourth thing').check();
  await page.keyboard.press('o');
  await expect(item(page, 'Fourth thing')).toBeHidden();
  expect(await numbers('starts-at-four')).toEqual(['"5"']);
  await page.emulateMedia({ media: 'print' });
  expect(await numbers('zero')).toEqual(['"0"', '"1"']);
  await page.emulateMedia({ media: 'screen' });
  await item(page, 'Drain node one').check();
  await page.reload();
  await expect(run(page)).toContainText('Step 3 of 4');
});

test('a step that is no task has its number beside its first words, also where steps are paragraphs', async ({
  page,
  fixtures,
}) => {
  await page.goto(`${fixtures}runbooks/real/loose-steps-in-japanese/`);
  const step = page.locator('.steps > [data-number]');
  const gap = await step.evaluate((element) => {
    const style = getComputedStyle(element);
    const top = element.getBoundingClientRect().top + parseFloat(style.paddingBlockStart);
    const words = document.createRange();
    words.selectNodeContents(element.querySelector('p') ?? element);
    return words.getBoundingClientRect().top - top;
  });
  expect(gap).toBeLessThan(10);
});

test('on a phone a row keeps its name in one piece or two, also in a script that breaks after every sign', async ({
  page,
  fixtures,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${fixtures}runbooks/real/loose-steps-in-japanese/`);
  const lines = await page
    .locator('td')
    .first()
    .evaluate((cell) => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return new Set([...words.getClientRects()].map(({ top }) => top)).size;
    });
  expect(lines).toBeLessThan(3);
});
