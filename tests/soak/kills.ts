import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startKillable } from '../e2e/killed-browser';
import { serve } from '../e2e/serve';

/*
 * Kills a browser 0, 1 and 5 seconds after a tick that it showed as done, so many times each, and counts the ticks that are not there
 * when it is opened again.
 *
 *   npm run soak:kills -- [times] [folder of a built site]
 */

const [times = '20', folder = 'dist'] = process.argv.slice(2);
const site = await serve({ '/': folder });
const address = `${site.origin}/runbooks/mvp-release/`;
let lost = 0;

/** Opens the runbook over a profile, and gives the ids of the items that are ticked. */
async function open(profile: string) {
  const browser = await startKillable(profile);
  await browser.page.goto(address);
  await browser.page.waitForSelector('html[data-live]', { state: 'attached' });
  return browser;
}

for (const seconds of [0, 1, 5]) {
  let missing = 0;
  for (let n = 0; n < Number(times); n++) {
    const profile = mkdtempSync(path.join(tmpdir(), 'kills-'));
    const browser = await open(profile);
    const box = browser.page.locator('[data-item]:not([data-group]) > .row input').nth(n);
    await box.check();
    await browser.page.waitForTimeout(seconds * 1000);
    await browser.kill();
    const again = await open(profile);
    const isThere = await again.page
      .locator('[data-item]:not([data-group])[data-mark=done]')
      .first()
      .waitFor({ timeout: 10_000 })
      .then(() => again.page.locator('[data-item]:not([data-group]) > .row input').nth(n).isChecked())
      .catch(() => false);
    if (!isThere) missing++;
    await again.kill();
    rmSync(profile, { recursive: true, force: true });
  }
  writeSync(1, `killed ${seconds} s after a tick, ${times} times: ${missing} lost\n`);
  lost += missing;
}
await site.stop();
process.exitCode = lost > 0 ? 1 : 0;
