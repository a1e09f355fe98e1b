import { globSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answer, chooseFor, chooseForRun, item, mark, open, runbook, share, sharedRun } from './people';
import { expect, test } from './test';

/** The pages that are no content, and one of each kind of content. */
const kinds = ['./', 'runs/', '404.html', runbook, 'guides/restoring-a-database/'];

/** Every page of the content, by its address. */
const pages = globSync('{runbooks,guides}/**/*.{md,mdx}', { cwd: 'content' }).map((file) =>
  file.replace(/\.mdx?$/, '/'),
);

/** Rules about colours: nothing else differs in the dark. */
const colours = ['color-contrast', 'link-in-text-block'];

/** Lists the findings of axe in either theme, in words: rule, and where. `part`: a selector of what to look at, or the whole page. */
async function findings(page: Page, part = 'html'): Promise<string[]> {
  const axe = () => new AxeBuilder({ page }).setLegacyMode().include(part);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axe().analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axe().withRules(colours).analyze();
  return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary}`),
  );
}

test('the pages that axe looks at are all that the home page lists', async ({ page }) => {
  await page.goto('./');
  const links = page.getByRole('main').getByRole('link');
  const paths = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname.slice(1)));
  const listed = paths.filter((path) => /^(?:runbooks|guides)\//.test(path));
  expect(pages.length).toBeGreaterThan(20);
  expect([...new Set(listed)].toSorted()).toEqual(pages.toSorted());
});

for (const address of pages) {
  test(`axe finds nothing on ${address}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}

test.describe('axe finds nothing', () => {
  test.use({ expected: { console: /status of 404/ } });

  test('on any kind of page @phone', async ({ page, isMobile }) => {
    // On a desktop each page of the content has a test of its own.
    for (const address of isMobile ? kinds : kinds.slice(0, 3)) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await findings(page), address).toEqual([]);
    }
  });

  test('on a runbook half done, failed, rolled back, with notices, menus, dialogs and a shared run @phone', async ({
    page,
    newPerson,
  }) => {
    await open(page);
    await item(page, 'Merge all feature branches to main').check();
    await mark(page, 'Finalize the user guide', 'Failed', 'pages are missing');
    await mark(page, 'Configure the CDN (if applicable)', 'Not applicable', 'none here');
    await page.getByRole('button', { name: 'No-go: Deployment Lead' }).first().click();
    await answer(page, 'Ada');
    expect(await findings(page), 'half done').toEqual([]);
    await item(page, 'Data integrity is in doubt').check();
    expect(await findings(page), 'rolled back').toEqual([]);
    const link = await share(page);

    for (const [what, show] of [
      ['share', () => page.getByRole('button', { name: 'Share', exact: true }).click()],
      ['search', () => page.getByRole('button', { name: 'Search' }).click()],
      ['keys', () => chooseForRun(page, 'Keys')],
      ['import', () => chooseForRun(page, 'Import')],
      ['end', () => chooseForRun(page, 'End run')],
      ['summary', () => chooseForRun(page, 'Summary')],
      ['note', () => chooseFor(page, 'Finalize the user guide', 'Note')],
    ] as const) {
      await show();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findings(page, 'dialog'), what).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await page.getByRole('button', { name: 'Run menu' }).click();
    expect(await findings(page, 'header, [role=menu]'), 'menu').toEqual([]);
    await page.keyboard.press('Escape');
    await page.goto('runs/');
    await expect(page.getByText('Rollback: step 1 of 8')).toBeVisible();
    expect(await findings(page), 'runs').toEqual([]);

    const other = await newPerson();
    await open(other);
    await item(other, 'Finalize the user guide').check();
    await other.goto(link);
    await expect(sharedRun(other)).toBeVisible();
    expect(await findings(other), 'shared').toEqual([]);
    await other.goto(`${link.slice(0, -4)}`);
    await other.reload();
    await expect(sharedRun(other)).toContainText('cut off');
    expect(await findings(other, '[aria-labelledby="ui:shared-title"]'), 'cut link').toEqual([]);
  });
});

test('a right-to-left page, and one of blanks, are clean too', async ({ page, fixtures }) => {
  for (const address of ['runbooks/arabic/', 'runbooks/plain/', 'runbooks/nested/', 'runbooks/hostile-names/']) {
    await open(page, fixtures + address);
    expect(await findings(page), address).toEqual([]);
  }
});

test('a German page has German words, and room for them on the smallest phone', async ({ page, fixtures }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, `${fixtures}runbooks/deutsch/`);
  await item(page, 'Sicherung anlegen').check();
  for (const name of ['Inhalt', 'Suchen', 'Teilen', 'Rückgängig', 'Menü des Durchlaufs']) {
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toBeInViewport({ ratio: 1 });
    expect(await button.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), name).toBe(0);
  }
});

test('the example in an empty field has the ink of soft text in either theme: axe does not look at it', async ({
  page,
}) => {
  await page.goto(runbook);
  const colour = (of: string, part?: string) =>
    page
      .locator(of)
      .first()
      .evaluate((one, pseudo) => getComputedStyle(one, pseudo).color, part);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const field of ['.values input', 'td input']) {
      expect(await colour(field, '::placeholder'), colorScheme).toBe(await colour('.lede'));
    }
  }
});

test('nothing scrolls sideways at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(runbook);
  for (const address of ['./', 'runs/', runbook, 'guides/restoring-a-database/']) {
    await page.goto(address);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content, address).toBeLessThanOrEqual(window ?? 0);
  }
});
