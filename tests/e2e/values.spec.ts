import type { Page } from '@playwright/test';
import { commandsOf, released } from '../content/copied';
import { chooseForRun, item, open, run, share, status, undo } from './people';
import { expect, test } from './test';

const box = (page: Page) => page.getByRole('region', { name: 'Values', exact: true });
const value = (page: Page, label: string) => box(page).getByRole('textbox', { name: label, exact: true });
const command = (page: Page) => page.locator('pre', { hasText: 'ssh ' });

async function fillIn(page: Page, label: string, text: string): Promise<void> {
  await value(page, label).fill(text);
  await value(page, label).blur();
}

/** Copies the block that holds a text; returns what is on the clipboard then. */
async function copy(page: Page, text: string): Promise<string> {
  await page.mouse.move(5, 5);
  await page.evaluate(() => navigator.clipboard.writeText('nothing'));
  await page.getByRole('button', { name: new RegExp(`^Copy: ${text}`) }).click();
  await expect(status(page)).not.toBeEmpty();
  return page.evaluate(() => navigator.clipboard.readText());
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a value is typed once and stands in every text, command, link and tab; undo and the log know it @phone', async ({
  page,
  context,
  fixtures,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await open(page, `${fixtures}runbooks/values/`);
  await expect(item(page, 'Put v1.4.2 on web-1')).toBeVisible();
  expect(asked.filter((address) => address.includes('-paint.'))).toEqual([]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Release of v1.4.2');
  await expect(page.getByText('{{unknown}} is no value')).toBeVisible();
  await fillIn(page, 'Version', 'v2.0.0');
  await fillIn(page, 'Production host', 'db-1.example.com');
  await expect(item(page, 'Put v2.0.0 on db-1.example.com')).toBeVisible();
  await expect(command(page)).toHaveText('ssh db-1.example.com "deploy v2.0.0"\n');
  await expect(run(page).getByText('Release of v2.0.0')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Deploy v2.0.0, Who' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign: Deploy v2.0.0, Signature' })).toBeVisible();
  await item(page, 'Say that it begins').check();
  await expect(run(page).getByRole('link', { name: 'Look at db-1.example.com' })).toBeVisible();

  expect(await copy(page, 'ssh')).toBe('ssh db-1.example.com "deploy v2.0.0"');
  expect(await copy(page, 'echo')).toBe('nothing');
  await expect(status(page)).toHaveText('Nothing was copied: Ticket is not filled in.');
  await expect(value(page, 'Ticket')).toBeFocused();
  await page.keyboard.type('OPS-7');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copy: echo OPS-7' })).toBeFocused();
  // Enter leads back once: later it is an Enter like any other.
  await value(page, 'Ticket').press('Enter');
  await expect(value(page, 'Ticket')).toBeFocused();
  await expect(page.getByRole('link', { name: 'ticket' })).toHaveAttribute('href', 'https://tracker.example.com/OPS-7');

  const other = await context.newPage();
  await open(other, `${fixtures}runbooks/values/`);
  await expect(item(other, 'Put v2.0.0 on db-1.example.com')).toBeVisible();
  await fillIn(other, 'Version', 'v2.0.1');
  await expect(item(page, 'Put v2.0.1 on db-1.example.com')).toBeVisible();
  await expect(box(page).getByText('Came by link')).toHaveCount(0);
  await undo(other);
  await expect(item(page, 'Put v2.0.0 on db-1.example.com')).toBeVisible();
  await fillIn(page, 'Version', 'v3; rm -rf /');
  await expect(box(page)).toContainText('stays out of commands: Version.');
  await expect(command(page)).toHaveText('ssh db-1.example.com "deploy {{version}}"\n');
  expect(await copy(page, 'ssh')).toBe('nothing');
  await fillIn(page, 'Version', 'v3.0.0');
  await chooseForRun(page, 'Copy as Markdown');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('Version (before: v3; rm -rf /) · v3.0.0');
});

test('values that came by link are marked until they are looked at, and the first frame has them @phone', async ({
  page,
  newPerson,
  fixtures,
}) => {
  await open(page, `${fixtures}runbooks/values/`);
  await fillIn(page, 'Version', 'v2.0.0');
  await fillIn(page, 'Production host', '$(id)');
  const link = await share(page);
  const other = await newPerson();
  await other.goto(link);
  await other.getByRole('button', { name: 'Continue this run' }).click();
  await expect(box(other)).toContainText('look before you run a command: Version, Production host.');
  await expect(command(other)).toHaveText('ssh {{host}} "deploy v2.0.0"\n');
  await expect(command(other)).toHaveAttribute('data-claim', 'Not looked at yet: Version');
  await other.addInitScript(() => {
    const seen = { shifts: [] as string[], first: '' };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node?: Element }[] };
        for (const { node } of sources) seen.shifts.push(`${value} ${node?.className || node?.nodeName}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    const look = () => {
      seen.first = document.querySelector('pre')?.textContent ?? '';
      if (seen.first === '') requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const seen = () => other.evaluate(() => (window as unknown as { seen: { shifts: string[]; first: string } }).seen);
  await open(other, `${fixtures}runbooks/values/`);
  await expect(box(other).getByRole('button', { name: 'I have looked at it' })).toBeVisible();
  expect(await seen()).toEqual({ shifts: [], first: 'ssh {{host}} "deploy v2.0.0"\n' });
  await other.goto(`${fixtures}guides/values-first/`);
  await expect(other.locator('pre')).toHaveAttribute('data-claim', 'Not looked at yet: Version');
  expect(await seen()).toEqual({ shifts: [], first: 'deploy v2.0.0 --on {{host}}\n' });
  // Pressed before the code has come that hears it, as on a slow line.
  const pressed = Promise.withResolvers<undefined>();
  await other.context().route('**/_astro/values.*.js', (route) => pressed.promise.then(() => route.continue()));
  await open(other, `${fixtures}runbooks/values/`);
  await box(other).getByRole('button', { name: 'I have looked at it' }).click();
  pressed.resolve(undefined);
  await expect(command(other)).not.toHaveAttribute('data-claim');
  await expect(box(other)).not.toContainText('Came by link');
});

test('a guide says which run and step it is read for, shows its values, and keeps both through its links @phone', async ({
  page,
  fixtures,
}) => {
  await open(page, `${fixtures}runbooks/values/`);
  await fillIn(page, 'Version', 'v2.0.0');
  // In a tab of its own, by the link of a step and by a guide's own: the step is known there, and the address says nothing of it.
  const how = page.getByRole('link', { name: 'How: Put v2.0.0 on web-1' });
  const inNewTab = async (link: typeof how) => {
    const opened = page.context().waitForEvent('page');
    await link.click({ modifiers: ['ControlOrMeta'] });
    const tab = await opened;
    await expect(tab.locator('[id="ui:for-run"]')).toHaveText('For: Release of v2.0.0, step 2 of 3 · back');
    await expect(tab).toHaveURL(/\/guides\/values-\w+\/(#put-it-there)?$/);
    await tab.close();
  };
  await inNewTab(how);
  await how.click();
  const line = page.locator('[id="ui:for-run"]');
  await expect(line).toHaveText('For: Release of v2.0.0, step 2 of 3 · back');
  await inNewTab(page.getByRole('link', { name: 'the second', exact: true }));
  await expect(page.locator('main pre')).toHaveText('deploy v2.0.0 --on web-1\n');
  await page.mouse.move(9, 9);
  await page.getByRole('button', { name: /^Copy: deploy/ }).click();
  await expect(status(page)).toHaveText('Nothing was copied: Production host is not filled in.');
  await page.getByRole('link', { name: 'the second', exact: true }).click();
  await expect(line).toHaveText('For: Release of v2.0.0, step 2 of 3 · back');
  await expect(page.getByText('Still about v2.0.0, on web-1.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'More: Look whether v2.0.0 answers' })).toBeVisible();

  const alone = await page.context().newPage();
  await alone.goto(`${fixtures}guides/values-first/`);
  await expect(alone.locator('main')).toContainText('It is about v2.0.0.');
  await page.getByRole('link', { name: 'back', exact: true }).click();
  await expect(page).toHaveURL(/runbooks\/values\/#put-version-on-host/);
  await page.locator('.run-bar[data-live]').waitFor();
  await chooseForRun(page, 'New run');
  await fillIn(page, 'Version', 'v3.0.0');
  await alone.reload();
  await expect(alone.locator('main')).toContainText('It is about v1.4.2.');
  await alone
    .getByRole('button', { name: /^Release of / })
    .first()
    .click();
  await expect(alone.locator('main')).toContainText(/It is about v[23]\.0\.0\./);
});

test('a release is run without a command being edited: the guides of its steps copy what their Markdown says, with the values of the run', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const copied: string[] = [];
    Object.assign(window, { copied });
    navigator.clipboard.writeText = (text) => Promise.resolve(void copied.push(text));
  });
  await open(page);
  for (const [label, text] of Object.values(released)) await value(page, label).fill(text);
  await expect(item(page, 'Tag the version in Git: v9.8.7')).toBeVisible();
  await page.getByRole('link', { name: 'How: Tag the version in Git: v9.8.7' }).click();
  // All others are compared by tests/content/copied.test.ts.
  for (const guide of ['deploying', 'rolling-back']) {
    await page.goto(`guides/${guide}/`, { waitUntil: 'commit' });
    await expect(page.locator('[id="ui:for-run"]')).toContainText('release, “Tag the version in Git: v9.8.7” ·');
    const expected = commandsOf(`content/guides/${guide}.md`);
    // What is copied comes with the first thing that a reader does.
    await page.mouse.move(5, 5);
    await page.mouse.move(9, 9);
    const buttons = page.locator('.code .copy');
    await expect(buttons, guide).toHaveCount(expected.length);
    await buttons.evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
    await expect.poll(() => page.evaluate(() => (window as unknown as { copied: string[] }).copied)).toEqual(expected);
  }
});
