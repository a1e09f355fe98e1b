import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../e2e/serve';
import { firefox, startFirefox } from './firefox';
import { startChromium, type Killable } from './killable';

/*
 * Kills a browser 0, 1 and 5 seconds after a tick that it showed as done, so many times each, and counts the ticks that are not there
 * when it is opened again: in Chromium, and in Firefox where it is installed.
 *
 *   npm run soak:kills -- [times] [folder of a built site] [browser]
 */

const [times = '20', folder = 'dist', only = ''] = process.argv.slice(2);
const site = await serve({ '/': folder });
const say = (line: string) => writeSync(1, `${line}\n`);

type Start = (profile: string) => Promise<Killable>;

const browsers: Record<string, Start | undefined> = {
  Chromium: startChromium,
  Firefox: firefox === '' ? undefined : (profile) => startFirefox(profile, firefox),
};

/** Waits, in the page, until something is so; answers whether it was within ten seconds. */
const until = (condition: string) => `(async () => {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (${condition}) return true;
    await new Promise((later) => setTimeout(later, 20));
  }
  return false;
})()`;

const box = (n: number) => `document.querySelectorAll('[data-item]:not([data-group]) > .row input')[${n}]`;

/** The time that a person needs to find a box on a page that has just come, in milliseconds. */
const glance = 3000;

/** Opens the runbook over a profile, waits until it is live, and looks at it. */
async function open(start: Start, profile: string): Promise<Killable> {
  const browser = await start(profile);
  await browser.goto(`${site.origin}/runbooks/mvp-release/`);
  await browser.evaluate(until('document.documentElement.dataset.live !== undefined'));
  await new Promise((later) => setTimeout(later, glance));
  return browser;
}

/** Ticks an item, and resolves once the tick has been painted: from then on it is shown as done. */
const tick = (n: number) => `(async () => {
  ${box(n)}.click();
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return ${box(n)}.checked;
})()`;

/** Kills a browser over and over, and ticks the next item each time before. Returns the number of ticks that were missing afterwards. */
async function countLost(start: Start, seconds: number): Promise<number> {
  const profile = mkdtempSync(path.join(tmpdir(), 'kills-'));
  let browser = await open(start, profile);
  let missing = 0;
  for (let n = 0; n < Number(times); n++) {
    if ((await browser.evaluate(tick(n))) !== true) throw new Error(`Box ${n} was not ticked.`);
    await new Promise((later) => setTimeout(later, seconds * 1000));
    await browser.kill();
    browser = await open(start, profile);
    if ((await browser.evaluate(until(`${box(n)}.checked`))) !== true) missing++;
  }
  const all = await browser.evaluate(
    until(
      `document.querySelectorAll('[data-item]:not([data-group])[data-mark=done]').length === ${Number(times) - missing}`,
    ),
  );
  if (all !== true) throw new Error('A tick that had survived a kill did not survive a later one.');
  await browser.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return missing;
}

let lost = 0;
for (const [name, start] of Object.entries(browsers)) {
  if (!name.includes(only)) continue;
  if (start === undefined) {
    say(`${name} is not installed on this machine (FIREFOX_PATH names one): it was not killed.`);
    continue;
  }
  for (const seconds of [0, 1, 5]) {
    const missing = await countLost(start, seconds);
    say(`${name}, killed ${seconds} s after a tick, ${times} times: ${missing} lost`);
    lost += missing;
  }
}
await site.stop();
process.exitCode = lost > 0 ? 1 : 0;
