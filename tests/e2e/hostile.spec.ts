import type { Page } from '@playwright/test';
import { hostileStrings } from '../hostile/strings';
import { chooseForRun, open, progress, sharedRun, status } from './people';
import { expect, test } from './test';

/** Notes whatever ran, and whatever the policy had to stop: neither may ever happen. */
function listen(): void {
  const seen: string[] = [];
  Object.assign(window, { seen, alert: (text: unknown) => seen.push(`alert ${String(text)}`) });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    seen.push(`${violatedDirective} ${blockedURI}`),
  );
}

/** Finds the active parts of a page that no text of a run or a page may become. */
const findActive = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { seen } = window as unknown as { seen: string[] };
    const elements = [...document.querySelectorAll('*')];
    const handlers = elements.flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on')));
    const made =
      'iframe, object, embed, base, form[action], img[src="x"], marquee, svg script, li script, dialog script, table script, li style, dialog style';
    const active = [...document.querySelectorAll(made)].map((one) => one.outerHTML.slice(0, 100));
    const addresses = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter((one) =>
      /^\s*(?:javascript|data|vbscript|blob):/i.test(one.href),
    );
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page is too wide'] : [];
    const spoilt = 'polluted' in {} ? ['the prototype of all objects is spoilt'] : [];
    return [...seen, ...handlers, ...active, ...addresses.map((one) => one.href), ...wide, ...spoilt];
  });

test('nothing hostile runs, is markup, or breaks the page: in an author’s file, its name, a run, lists, summary and search', async ({
  page,
  context,
  fixtures,
}) => {
  test.slow();
  await context.addInitScript(listen);
  const address = `${fixtures}runbooks/hostile/strings/`;
  await open(page, address);
  expect(await findActive(page)).toEqual([]);
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText('<img src=x onerror=alert(1)> & "title"');

  // A run that says each string as a note, by that name; a title, a field's value, and things that are gone.
  const ids = await page
    .locator('[data-item]')
    .evaluateAll((all) => all.filter((one) => one.textContent.startsWith('String ')).map(({ id }) => id));
  expect(ids).toHaveLength(hostileStrings.length);
  const field = await page.locator('[data-field]').first().getAttribute('data-field');
  const at = Math.floor(Date.now() / 60_000) - 100;
  const entries = hostileStrings.flatMap((text, i) => [
    [`mark/${ids[i]}`, 'failed', at + 1, 0, text],
    [`note/${ids[i]}`, text, at + 1, 1, text],
    [`mark/${text}`, 'done', at + 2, 0, text],
    ['title', text, at + 3, i, text],
    [`field/${field}`, text, at + 3, i, text],
  ]);
  const run = { format: 1, id: '00c0ffee', page: 'runbooks/hostile/strings', start: at, entries };
  await chooseForRun(page, 'Import');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByRole('textbox', { name: 'or its text' }).fill(JSON.stringify(run));
  await dialog.getByRole('button', { name: 'Import' }).click();
  await sharedRun(page).getByRole('button', { name: 'Continue this run' }).click();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', / of \d+ done/);
  expect(await findActive(page)).toEqual([]);
  await chooseForRun(page, 'Summary');
  await expect(page.getByRole('dialog', { name: 'Summary' })).toBeVisible();
  expect(await findActive(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', / of \d+ done/);
  expect(await findActive(page)).toEqual([]);

  // The same run as Markdown, as it is copied, comes back as it was.
  const kept = () =>
    page.evaluate(() => Object.entries<string>(localStorage).find(([key]) => key.includes('|run|'))?.[1]);
  const before = await kept();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await chooseForRun(page, 'Copy as Markdown');
  await expect(status(page)).toContainText('Copied');
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  await chooseForRun(page, 'Delete run');
  await expect.poll(kept).toBeUndefined();
  await chooseForRun(page, 'Import');
  await dialog
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'run.md', mimeType: 'text/markdown', buffer: Buffer.from(markdown) });
  await sharedRun(page).getByRole('button', { name: 'Continue this run' }).click();
  await expect.poll(kept).toBe(before);
  expect(await findActive(page)).toEqual([]);

  await page.getByRole('button', { name: 'Search' }).click();
  const search = page.getByRole('dialog', { name: 'Search' });
  for (const text of hostileStrings.filter((_, i) => i % 8 === 0)) await search.getByRole('searchbox').fill(text);
  await search.getByRole('searchbox').fill('onerror');
  await expect(search.getByRole('link').first()).toBeVisible();
  expect(await findActive(page)).toEqual([]);

  for (const other of ['', 'runs/', `?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`]) {
    await page.goto(fixtures + other);
    await expect(page.getByRole('main')).toContainText(other === 'runs/' ? 'failed' : 'title');
    expect(await findActive(page)).toEqual([]);
  }
});
