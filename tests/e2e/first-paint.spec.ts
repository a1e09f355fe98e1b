import type { Page } from '@playwright/test';
import { item, mark, open, progress, runbook } from './people';
import { expect, test } from './test';

const first = 'Merge all feature branches to main';

/** Collects layout shifts, and what any frame lacked of the saved marks, whether the page had come whole or in part. */
async function watchFrames(page: Page, saved: readonly string[] = []): Promise<void> {
  await page.addInitScript((ids) => {
    const seen = { shifts: [] as string[], lacking: [] as string[], whole: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node?: Element }[] };
        for (const { node } of sources) seen.shifts.push(`${value} ${node?.className || node?.nodeName}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    const look = () => {
      seen.lacking.push(...ids.filter((id) => document.querySelector(`[id="${id}"]:not([data-mark]) .row`)));
      if (document.querySelector('#ui\\:painted')) seen.whole++;
      if (seen.whole < 20) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, saved);
}

interface Seen {
  shifts: string[];
  lacking: string[];
  whole: number;
}

const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

test('saved ticks are there in every frame, and nothing shifts @every-site @phone', async ({ page }) => {
  await open(page);
  await item(page, first).check();
  await mark(page, 'Tag the version in Git: v1.0.0', 'Failed', 'No rights');
  await expect(progress(page)).toHaveAttribute('aria-valuenow', '1');
  await watchFrames(page, ['merge-all-feature-branches-to-main', 'tag-the-version-in-git-v1-0-0']);
  await open(page, runbook);
  await page.waitForLoadState('networkidle');
  await expect.poll(async () => (await seen(page)).whole).toBeGreaterThan(10);
  expect(await seen(page)).toMatchObject({ shifts: [], lacking: [] });
});

for (const anchor of ['', '#rollback']) {
  test(`nothing shifts while a contingency is on, where the page opens again at “${anchor}” @phone`, async ({
    page,
    fixtures,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await open(page, `${fixtures}runbooks/long-roles/`);
    await item(page, 'It does not answer, and three people have said so').check();
    const banner = page.getByRole('button', { name: 'Turn off' });
    await expect(banner).toBeVisible();
    await watchFrames(page);
    await page.goto('about:blank');
    await open(page, `${fixtures}runbooks/long-roles/${anchor}`);
    await expect(banner).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect.poll(async () => (await seen(page)).whole).toBeGreaterThan(10);
    // The frame of the current row reaches out to both sides; what stands in the row stays.
    expect((await seen(page)).shifts.filter((one) => !/^0\.000\d+ row$/.test(one))).toEqual([]);
    if (anchor === '') return;
    const bar = await page.getByRole('banner').boundingBox();
    const heading = await page.getByRole('heading', { name: 'Rollback', exact: true }).boundingBox();
    expect(heading?.y ?? 0).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
  });
}

for (const anchor of ['b-deployment-timeline', 'c-approval-signatures']) {
  test(`nothing shifts where the page opens at #${anchor}, whose table gets buttons @phone`, async ({ page }) => {
    await watchFrames(page);
    const height = () => page.locator('[data-page]').evaluate((checklist) => checklist.clientHeight);
    // The buttons come after the first frame, as they do on a slow line.
    let withoutButtons = 0;
    await page.route(/_astro\/bar\..*\.js/, async (route) => {
      await page.waitForSelector('#ui\\:painted', { state: 'attached' });
      withoutButtons = await height();
      await route.continue();
    });
    await open(page, `${runbook}#${anchor}`);
    await expect(page.getByRole('button', { name: /^(Now|Sign): / }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect((await seen(page)).shifts).toEqual([]);
    // The browser hides most of what grows above the place that is read, but not all.
    expect(await height()).toBe(withoutButtons);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`in high contrast, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ forcedColors: 'active', javaScriptEnabled });

    test('marks are drawn in the colours of the system from the first frame on', async ({ page }) => {
      await page.goto(runbook, { waitUntil: 'commit' });
      await item(page, first).check();
      const shown = await item(page, first).evaluate((box) => getComputedStyle(box).backgroundColor);
      const text = await page.getByRole('heading', { level: 1 }).evaluate((title) => getComputedStyle(title).color);
      expect(shown).toBe(text);
    });
  });
}

test.describe(() => {
  test.use({ expected: { console: /ERR_FAILED/ } });

  test('the page paints its ticks before its modules run', async ({ page, context }) => {
    await open(page);
    await item(page, first).check();
    await expect(progress(page)).toHaveAttribute('aria-valuenow', '1');
    await context.route(/_astro\/(?!run-paint).*\.js/, (route) => route.abort());
    await page.goto(runbook);
    await expect(item(page, first)).toBeChecked();
  });
});

test('what is ticked and typed before the modules come is kept @every-site @phone', async ({ page, context }) => {
  const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
  await context.route(/_astro\/.*\.js/, async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto(runbook, { waitUntil: 'commit' });
  await item(page, first).check();
  const name = page.getByRole('textbox', { name: 'Deployment Lead, Name' });
  await name.fill('Jane');
  await name.blur();
  arrive();
  await expect(progress(page)).toHaveAttribute('aria-valuenow', '1');
  await open(page);
  await expect(item(page, first)).toBeChecked();
  await expect(name).toHaveValue('Jane');
});
