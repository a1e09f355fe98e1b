import { writeFile } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import sharpService from 'astro/assets/services/sharp';
import { findChromium } from '../e2e/chromium';
import { item, mark, open, sayName } from '../e2e/people';
import { serve } from '../e2e/serve';

/*
 * `npm run build && npm run picture`: the picture in README.md, of a deployment that is half done and has a failure.
 */

const picture = '.github/runsheet.png';

const setClock = (page: Page, time: string) => page.clock.setFixedTime(new Date(`2026-03-${time}:00Z`));

/** Ticks every step that stands before a heading, as the afternoon did. */
const tickBefore = (page: Page, anchor: string) =>
  page.evaluate((last) => {
    const end = document.getElementById(last);
    for (const box of document.querySelectorAll<HTMLInputElement>('.item:not(:has(.item)) input[type=checkbox]')) {
      if (end && box.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING && !box.checked) box.click();
    }
  }, anchor);

/** The deployment: each step with the time at which it was done. */
async function runHalf(page: Page): Promise<void> {
  await setClock(page, '02T22:40');
  await open(page);
  await sayName(page, 'Anna Berg');
  await tickBefore(page, 'before-you-start');
  await setClock(page, '02T23:44');
  await tickBefore(page, 'deployment-steps');
  await mark(page, 'Prepare the maintenance page (if applicable)', 'Not applicable', '');
  for (const role of ['Deployment Lead', 'Database Administrator', 'System Administrator']) {
    await page
      .getByRole('button', { name: `Go: ${role}`, exact: true })
      .first()
      .click();
  }
  await setClock(page, '02T23:58');
  for (const step of ['Enable maintenance mode', 'Scale down the existing services']) {
    await item(page, `${step} (if applicable)`).check();
  }
  const why = 'Lock timeout on messages. Again with lock_timeout=5s: applied at 00:06.';
  await mark(page, 'Deploy the database schema changes', 'Failed', why);
  await setClock(page, '03T00:09');
  await item(page, 'Deploy the application code').check();
}

/** The same picture with fewer colours, as Astro's service for pictures makes it: a third of the bytes. */
async function lighten(png: Buffer, width: number): Promise<Uint8Array> {
  const transform = { src: '', format: 'png', width, quality: 90 };
  const config = { service: { entrypoint: '', config: {} } };
  return (await sharpService.transform(png, transform, config as never, console as never)).data;
}

const site = await serve({ '/': 'dist' });
const { executablePath, env } = await findChromium();
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args });
try {
  const viewport = { width: 1200, height: 820 };
  const look = { colorScheme: 'light', reducedMotion: 'reduce', timezoneId: 'UTC' } as const;
  const page = await browser.newPage({ viewport, baseURL: site.origin, ...look });
  await runHalf(page);
  // Without the message of what was just done: the page as the next look shows it.
  await page.reload();
  await page.locator('[id="take-a-database-backup-now-and-note-its-name"]').evaluate((row) => {
    row.scrollIntoView({ block: 'start' });
  });
  await page.locator('html[data-live]').waitFor();
  await writeFile(picture, await lighten(await page.screenshot(), viewport.width));
} finally {
  await browser.close();
  await site.stop();
}
