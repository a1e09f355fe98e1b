import type { Page } from '@playwright/test';
import { chooseForRun, item, open, run, share, status } from './people';
import { expect, test } from './test';

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const summary = (page: Page) => page.getByRole('dialog', { name: 'Summary' });
const row = (page: Page, id: string) => page.locator(`[id="${id}"]`);

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('the plan is told beside what happens, travels with a link, and says by when to roll back @phone', async ({
  page,
  newPerson,
  fixtures,
}) => {
  // 22:10 in Berlin.
  await page.clock.install({ time: new Date('2026-11-26T21:10:00Z') });
  await open(page, `${fixtures}runbooks/plan/`);
  await field(page, 'Operator, Name').fill('Anna Berg');
  await item(page, 'Tell everybody').check();
  await expect(row(page, 'stop-the-workers').locator('.plan')).toHaveText('~5 min @Operator');
  await expect(row(page, 'stop-the-workers').locator('.plan span')).toHaveAttribute('data-holder', 'Anna Berg');
  await field(page, 'Window ends, When').fill('23:10');
  await field(page, 'Window ends, When').blur();
  const contingency = page.getByRole('region', { name: 'Rollback' });
  await expect(contingency.getByText('~30 min · Roll back by 22:40 at the latest')).toBeVisible();
  await expect(run(page).getByText('Roll back by')).toHaveText('Roll back by 22:40 at the latest: 30 minutes left');
  await page.clock.fastForward(15 * 60_000);
  await expect(run(page).getByRole('link', { name: 'Roll back by' })).toHaveText(
    'Roll back by 22:40 at the latest: 15 minutes left',
  );
  const told = page.locator('[id="ui:status"]', { hasText: 'Roll back by' });
  await expect(told).toHaveText('Roll back by 22:40 at the latest: 30 minutes left.');
  await page.clock.fastForward(16 * 60_000);
  await expect(run(page).getByRole('link', { name: 'Too late to roll back within the window' })).toBeVisible();

  await chooseForRun(page, 'Summary');
  await expect(summary(page).locator('p', { hasText: 'Plan:' })).toHaveText(
    'Plan: 1 h 50 min planned · 31 min so far · expected end: Nov 27, 00:24 · 24 min late',
  );
  await expect(summary(page).locator('p', { hasText: 'Rollback takes 30 min' })).toContainText(
    'the window ends at 23:10',
  );
  await expect(summary(page).locator('p', { hasText: 'Roles:' })).toHaveText(
    'Roles: Lead: 1 of 2 done · Operator (Anna Berg): 0 of 4 done · Database Administrator: 0 of 2 done · Nobody named: 0 of 1 done',
  );
  await expect(summary(page).getByRole('img', { name: /24 min late/ })).toContainText('under 1 min of 20 min');
  await summary(page).getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(status(page)).toHaveText('Copied as Markdown.');
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  expect(markdown).toContain('- **Plan:** 1 h 50 min planned · 31 min so far');
  expect(markdown).toMatch(/Stop the workers · \\+~5 min @.Operator/);
  await summary(page).getByRole('button', { name: 'Close' }).click();

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Plan: 1 h 50 min planned · 31 min so far')).toBeVisible();
  await expect(row(page, 'stop-the-workers').locator('.plan')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });

  const link = await share(page);
  const other = await newPerson();
  await other.clock.install({ time: new Date('2026-11-26T21:45:00Z') });
  await other.goto(link);
  await other.getByRole('button', { name: 'Continue this run' }).click();
  await expect(row(other, 'stop-the-workers').locator('.plan span')).toHaveAttribute('data-holder', 'Anna Berg');
  await expect(run(other).getByRole('link', { name: 'Too late to roll back within the window' })).toBeVisible();
  await item(other, 'Errors everywhere').check();
  await expect(run(other).getByRole('link', { name: 'Too late' })).toHaveCount(0);
});

test('“Mine” shows the items of a role that is chosen once, says what is hidden, and counts the whole run @phone', async ({
  page,
  fixtures,
}) => {
  const hidden = item(page, 'Tell everybody');
  await open(page, `${fixtures}runbooks/plan/`);
  await chooseForRun(page, 'My items only');
  await page.getByRole('dialog', { name: 'Your role' }).getByRole('button', { name: 'Operator' }).click();
  const note = page.getByText('You see the items of Operator').and(page.locator('main *'));
  await expect(note).toHaveText(
    'You see the items of Operator and those that name nobody. 4 items of others are hidden. Counts and Next are of the whole run.',
  );
  await expect(hidden).toBeHidden();
  await expect(item(page, 'Look at the weather')).toBeVisible();
  await expect(item(page, 'Start everything again:')).toBeVisible();
  await item(page, 'Look at the weather').check();
  await expect(run(page).getByText('1 of 8 done')).toBeVisible();

  await page.reload();
  await expect(hidden).toBeHidden();
  await expect(note).toBeVisible();
  // What comes with the first sign of a reader moves nothing either.
  await page.mouse.move(5, 5);
  await expect(page.locator('[data-act=mine]')).toBeAttached();
  const moved = await page.evaluate(
    () =>
      new Promise<number>((tell) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          tell(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => tell(0)));
      }),
  );
  expect(moved).toBe(0);
  // The next step is another role's: going there shows it.
  await run(page).getByRole('link', { name: 'Tell everybody' }).click();
  await expect(hidden).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(item(page, 'Migrate the database')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await expect(item(page, 'Migrate the database')).toBeHidden();
  await page.getByRole('button', { name: 'Everybody’s items' }).click();
  await expect(item(page, 'Migrate the database')).toBeVisible();
  await expect(note).toHaveCount(0);
  await chooseForRun(page, 'My items only');
  await expect(note).toBeVisible();
});
