import { existsSync, readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { folderOf } from './sites';
import { expect, test } from './test';

/** The pages that are made of what people have in their Markdown (tests/markdown/fixtures). */
const readReal = (): string[] =>
  readdirSync(`${folderOf('fixtures')}/runbooks/real`).filter((name) =>
    existsSync(`${folderOf('fixtures')}/runbooks/real/${name}/index.html`),
  );

/** Lists the elements that are wider than the page, or leave the column of the text though they do not scroll by themselves. */
const findOverflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    const { left = 0, right = 0 } = main?.getBoundingClientRect() ?? {};
    const wide = [...document.querySelectorAll('main *, nav *')].filter((element) => {
      const box = element.getBoundingClientRect();
      const scrolls = element.parentElement?.closest('.table, pre, [popover]');
      const isWide = element.closest('main') ? box.right > right + 16 || box.left < left - 16 : box.right > innerWidth;
      return !scrolls && box.width > 0 && isWide;
    });
    const names = wide.map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`);
    return document.documentElement.scrollWidth > innerWidth ? ['the page', ...names] : names;
  });

test.describe(() => {
  // Pictures of other sites are asked for, as their authors wrote.
  test.use({ expected: { console: /example\.com|ERR_/ } });

  test('every file has its page, and nothing on it overflows on four widths, nor on paper', async ({
    page,
    fixtures,
  }) => {
    const real = readReal();
    expect(real).toEqual(expect.arrayContaining(['alerts', 'incident-7', 'ready', '100', 'loud', 'malformed-mdx']));
    for (const name of real) {
      await page.goto(`${fixtures}runbooks/real/${name}/`);
      // Words alone are as wide as a phone at most.
      const isWide = /wide|long|table|cell|image|code|session|right|alert|html|placeholder/.test(name);
      for (const width of isWide ? [1280, 820, 390, 320] : [320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await findOverflow(page), `${name} at ${width}`).toEqual([]);
      }
      if (!isWide) continue;
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 680, height: 1000 });
      await expect.poll(() => findOverflow(page), `${name} on paper`).toEqual([]);
      await page.emulateMedia({ media: 'screen' });
    }
  });
});

test('alerts have their names, tasks in them count, and what leads nowhere says so', async ({ page, fixtures }) => {
  await page.goto(`${fixtures}runbooks/real/alerts/`);
  for (const name of ['Note', 'Tip', 'Important', 'Warning', 'Caution']) {
    await expect(page.getByRole('note', { name, exact: true })).toBeVisible();
  }
  await page.getByRole('note', { name: 'Important' }).getByRole('checkbox', { name: 'Those above too' }).check();
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('aria-valuenow', '1');

  await page.goto(`${fixtures}runbooks/real/link-to-nothing/`);
  await expect(page.getByRole('main')).toContainText('the rota (leads nowhere: team/rota.md)');
  await expect(page.getByRole('main').getByRole('link', { name: 'the rota' })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Read the rota' }).check();
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('aria-valuenow', '1');
});

test('a box in a cell is kept as any field is', async ({ page, fixtures }) => {
  await page.goto(`${fixtures}runbooks/real/tasks-in-tables/`);
  const box = page.getByRole('checkbox', { name: 'Hoses, Done: Back' });
  await box.check();
  await page.reload();
  await expect(box).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Hoses, Done: Front' })).not.toBeChecked();

  await page.goto(`${fixtures}runbooks/real/gates/`);
  const bar = page.getByRole('region', { name: 'Run', exact: true });
  await expect(bar.getByText('Not started')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Scan' }).check();
  await expect(bar.getByText('Under way')).toBeVisible();
  // There is nothing to count.
  await expect(bar.getByText(/done/)).toBeHidden();
});

test('text from right to left runs so where no language is given', async ({ page, fixtures }) => {
  await page.goto(`${fixtures}runbooks/real/right-to-left/`);
  const directions = await page
    .locator('main :is(h1, .item, .items > li)')
    .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).direction));
  expect(directions).toEqual(['rtl', 'rtl', 'rtl', 'ltr']);
});

test.describe(() => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('of a session what was typed is copied, without prompts and output', async ({ page, fixtures }) => {
    await page.goto(`${fixtures}runbooks/real/sessions/`);
    const copied: Record<string, string> = {
      'pumpctl status': 'pumpctl status\npumpctl log \\\n  --lines 20\npumpctl stop\nreboot',
      'pumpctl start': 'pumpctl start',
      '# careful': '# careful\npumpctl stop',
      'Stop-Service pump': 'Stop-Service pump',
    };
    await page.mouse.move(100, 100);
    for (const [first, text] of Object.entries(copied)) {
      await page.getByRole('button', { name: `Copy: ${first}` }).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    }
  });
});
