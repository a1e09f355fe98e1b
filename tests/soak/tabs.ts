import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startKillable } from '../e2e/killed-browser';
import { serve } from '../e2e/serve';

/*
 * Five tabs with 60 acts each, in bursts, in a run of 5,000 entries: counts the writes to storage, the acts that are lost, and the memory
 * that all tabs take before and after.
 *
 *   npm run soak:tabs -- [folder of a built site] [entries]
 */

const [folder = 'dist', length = '5000'] = process.argv.slice(2);
const site = await serve({ '/': folder });
const address = `${site.origin}/runbooks/mvp-release/`;
const profile = mkdtempSync(path.join(tmpdir(), 'tabs-'));
const { page: first, kill } = await startKillable(profile);
const context = first.context();
const say = (line: string) => writeSync(1, `${line}\n`);

const isLive = (page: Page) => page.waitForSelector('html[data-live]', { state: 'attached', timeout: 60_000 });

/** Puts a run of so many entries where the page's run is kept. */
const keepLongRun = (length: number) => {
  const boxes = [...document.querySelectorAll('[data-item]:not([data-group])')];
  const entries = Array.from({ length }, (_, i) => [
    `mark/${boxes[i % boxes.length]?.id}`,
    i % 2 === 0 ? 'done' : 'todo',
    20_000_000 + i,
    0,
    'AB',
  ]);
  const page = 'runbooks/mvp-release';
  const run = { format: 1, id: '0123abcd', page, start: 20_000_000, entries };
  localStorage.setItem(`runsheet|/|run|${page}|0123abcd`, JSON.stringify(run));
  localStorage.setItem(`runsheet|/|shown|${page}`, '0123abcd');
};

/**
 * Ticks or unticks the boxes of one tab of five in turn, in bursts of five: two tabs that act on one item in the same instant may enter the
 * very same, which is one entry. Returns the number of writes to runs and pointers meanwhile.
 */
const act = async ([tab, acts]: readonly [number, number]) => {
  let writes = 0;
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    if (/\|(run|shown)\|/.test(key)) writes++;
    setItem.call(this, key, value);
  };
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-item]:not([data-group]) > .row input')].filter(
    (_, place) => place % 5 === tab,
  );
  for (let n = 0; n < acts; n++) {
    boxes[n % boxes.length]?.click();
    if (n % 5 === 4) await new Promise((later) => setTimeout(later, 50));
  }
  // What is put off is done within a second.
  await new Promise((later) => setTimeout(later, 3000));
  return writes;
};

const countEntries = (page: Page) =>
  page.evaluate(() => {
    const text = Object.entries<string>(localStorage).find(([key]) => key.includes('|run|'))?.[1];
    return (JSON.parse(text ?? '{"entries":[]}') as { entries: unknown[] }).entries.length;
  });

/** The memory that the scripts of all tabs take, in megabytes, once what is not needed was thrown away. */
async function measure(tabs: readonly Page[]): Promise<number> {
  let bytes = 0;
  for (const page of tabs) {
    const session = await context.newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    bytes += (await session.send('Runtime.getHeapUsage')).usedSize;
    await session.detach();
  }
  return bytes / 1e6;
}

await first.goto(address);
await first.evaluate(keepLongRun, Number(length));
const tabs = [first, ...(await Promise.all([1, 2, 3, 4].map(() => context.newPage())))];
for (const page of tabs) {
  await page.goto(address);
  await isLive(page);
}
const acts = 60;
const memory = [await measure(tabs)];
let isFailed = false;
for (let round = 1; round <= 3; round++) {
  const before = await countEntries(first);
  const writes = (await Promise.all(tabs.map((page, i) => page.evaluate(act, [i, acts] as const)))).reduce(
    (a, b) => a + b,
  );
  const lost = before + acts * tabs.length - (await countEntries(first));
  memory.push(await measure(tabs));
  const each = writes / (acts * tabs.length);
  say(`round ${round}: ${acts * tabs.length} acts, ${lost} lost, ${each.toFixed(2)} writes an act`);
  isFailed ||= lost > 0 || each > 5;
}
say(`memory of ${tabs.length} tabs, before and after each round: ${memory.map((mb) => mb.toFixed(1)).join(', ')} MB`);
await kill();
await site.stop();
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
process.exitCode = isFailed ? 1 : 0;
