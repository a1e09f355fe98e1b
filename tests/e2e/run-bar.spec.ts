import type { Page } from '@playwright/test';
import { chooseFor, item, open, run, sayName } from './people';
import { expect, test } from './test';

/* What the run bar, and the rows of the home page, say however little room there is. */

const night = (fixtures: string): string => `${fixtures}runbooks/long-roles/`;

/** Widths from a desktop to the smallest phone. */
const widths = [1280, 1024, 768, 641, 390, 320];

const size = (page: Page, width: number): Promise<void> => page.setViewportSize({ width, height: 800 });

/** Turns the contingency on, with a name beside it. */
async function turnOn(page: Page): Promise<void> {
  await sayName(page, 'Wolfeschlegelsteinhausen');
  await item(page, 'It does not answer, and three people have said so').check();
  await expect(run(page).getByRole('link', { name: /^Rollback is on: / })).toBeVisible();
}

test('the bar says what is next beside a hold that waits for many, and on a phone for whom it waits', async ({
  page,
  fixtures,
}) => {
  await open(page, night(fixtures));
  await item(page, 'Take a backup').check();
  const next = run(page).getByRole('link', { name: 'Go / no-go: Prepare' });
  const status = run(page).getByText('Waiting for Go: Deployment Lead, Database Administrator, System Administrator');
  for (const width of widths) {
    await size(page, width);
    const seen = () =>
      next.evaluate((link) => {
        const around = link.closest('.next')?.getBoundingClientRect();
        return (around?.right ?? 0) <= innerWidth ? Math.round(around?.width ?? 0) : 0;
      });
    await expect.poll(seen, `Next at ${width}`).toBeGreaterThan(150);
    if (width > 640) continue;
    const cut = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement) =>
      scrollHeight - clientHeight + scrollWidth - clientWidth;
    expect(await status.evaluate(cut), `status at ${width}`).toBe(0);
  }
});

test('the button that ends a run that is rolled back can be pressed on every screen', async ({ page, fixtures }) => {
  await open(page, night(fixtures));
  await turnOn(page);
  await item(page, 'Restore the backup').check();
  const end = run(page).getByRole('button', { name: 'End run' });
  for (const width of widths) {
    await size(page, width);
    // With its mouse at the left and right edge: a button that does not fit is not drawn, or in part.
    for (const x of [4, -4]) {
      const { width: wide = 0 } = (await end.boundingBox()) ?? {};
      await end.click({ trial: true, position: { x: x < 0 ? wide + x : x, y: 8 } });
    }
  }
});

test('what the bar leads to stands clear of it, however tall a contingency makes it @phone', async ({
  page,
  fixtures,
}) => {
  await size(page, 390);
  await open(page, night(fixtures));
  await turnOn(page);
  await run(page)
    .getByRole('link', { name: /^Rollback is on: / })
    .click();
  const heading = page.getByRole('heading', { name: 'Rollback', exact: true });
  await expect(heading).toBeInViewport();
  const room = async () => {
    const bar = await page.getByRole('banner').boundingBox();
    const shown = await heading.boundingBox();
    return (shown?.y ?? 0) - ((bar?.y ?? 0) + (bar?.height ?? 0));
  };
  await expect.poll(room).toBeGreaterThanOrEqual(0);
});

test('whatever brings what is next into view leaves the words before it in sight, however long it is @phone', async ({
  page,
  fixtures,
}) => {
  await open(page, night(fixtures));
  await turnOn(page);
  const next = run(page).getByText('Next:', { exact: false });
  for (const width of widths) {
    await size(page, width);
    await next.getByRole('link').evaluate((link) => link.scrollIntoView({ inline: 'center' }));
    expect(await next.evaluate((around) => around.scrollLeft), `at ${width}`).toBe(0);
  }
});

test('a run on the home page stays within the room that was kept for it', async ({ page, fixtures }) => {
  await size(page, 390);
  await open(page, night(fixtures));
  await turnOn(page);
  await chooseFor(page, 'Restore the backup', 'Failed');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.goto(fixtures);
  const row = page.locator('.small-bar');
  await expect(row).toContainText('1 failed');
  expect(await row.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
});

test('on a phone the lists of the home page are as wide as the page', async ({ page }) => {
  await size(page, 390);
  await page.goto('./');
  const lists = page.locator('.page-group > ul');
  const widths = await lists.evaluateAll((all) => all.map(({ clientWidth }) => clientWidth));
  expect(widths.length).toBeGreaterThan(5);
  expect(Math.min(...widths)).toBeGreaterThan(340);
});
