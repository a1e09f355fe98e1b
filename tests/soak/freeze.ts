import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../bench/browser';
import { serve } from '../e2e/serve';
import { hostileStrings } from '../hostile/strings';

/*
 * Enters every hostile string by every way in, in a real browser, and measures the longest time for which the page did nothing else. Timed,
 * so it is no test: the machine's other work counts. `npm run security` writes the figures into SECURITY.md.
 *
 *   npm run soak:freeze -- [folder of a built site]
 */

const [folder = 'dist'] = process.argv.slice(2);
/** The time for which a page may do nothing else, in milliseconds. */
const most = 500;
const say = (line: string) => writeSync(1, `${line}\n`);

const site = await serve({ '/': folder });
const browser = await launchBrowser();
const page = await browser.newPage();
await page.addInitScript(() => {
  const tasks: number[] = [];
  Object.assign(window, { tasks });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  });
});

/** Takes the longest task since this was asked last, in milliseconds; 0 where none took 50. */
const takeLongest = (): Promise<number> =>
  page.evaluate(async () => {
    // The browser tells of a task after it has ended.
    await new Promise<void>((told) => requestAnimationFrame(() => setTimeout(told, 20)));
    return Math.max(0, ...(window as unknown as { tasks: number[] }).tasks.splice(0));
  });

/** Enters texts one by one; one during which the page stood still too long is entered again, because the machine has other work too. */
async function measure(texts: readonly string[], enter: (text: string, i: number) => Promise<void>): Promise<number> {
  await takeLongest();
  let worst = 0;
  for (const [i, text] of texts.entries()) {
    let least = Infinity;
    for (let tries = 0; tries < 4 && least > most; tries++) {
      await enter(text, i);
      least = Math.min(least, await takeLongest());
    }
    if (least > most) say(`  ${Math.round(least)} ms: ${JSON.stringify(text).slice(0, 80)}`);
    worst = Math.max(worst, least);
  }
  return worst;
}

const dialog = () => page.locator('dialog[open]');

async function openMenu(button: string, choice: string, place = 0): Promise<void> {
  await page.locator(button).nth(place).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
}

async function answer(text: string): Promise<void> {
  await dialog().getByRole('textbox').fill(text);
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().waitFor({ state: 'hidden' });
}

const received = page.getByRole('region', { name: 'Shared run' });

async function importText(text: string): Promise<void> {
  await openMenu('[data-act=menu]', 'Import');
  await dialog().getByRole('textbox', { name: 'or its text' }).fill(text);
  await dialog().getByRole('button', { name: 'Import' }).click();
  // What is no run is refused, and the dialog stays.
  await received.or(dialog().getByRole('alert')).first().waitFor();
  if ((await dialog().count()) > 0) await page.keyboard.press('Escape');
}

/** A run that says each string as a note and a name, and more of its kinds. */
function writeRun(): string {
  const at = Math.floor(Date.now() / 60_000) - 100;
  const entries = hostileStrings.flatMap((text, i) => [
    [`note/${ids[i % ids.length]}`, text, at + i, 0, text],
    [`mark/${text}`, 'done', at + 1, 0, text],
    ['title', text, at + 2, i, text],
    [`field/value.version`, text, at + 3, i, text],
  ]);
  return JSON.stringify({ format: 1, id: '00c0ffee', page: 'runbooks/mvp-release', start: at, entries });
}

const openRunbook = async (target: Page) => {
  await target.goto(`${site.origin}/runbooks/mvp-release/`);
  await target.waitForSelector('html[data-live]', { state: 'attached' });
};

await openRunbook(page);
const ids = await page
  .locator('[data-item]:not([data-group])')
  .evaluateAll((all: readonly Element[]) => all.map(({ id }) => id));
const field = page.locator('input[data-field]:is([type=text], :not([type]))').first();

/** Ten strings a text. */
const tens = hostileStrings
  .map((_, i) => hostileStrings.slice(i, i + 10))
  .filter((_, i) => i % 10 === 0)
  .map((some) => some.join('\n'));

const ways: Record<string, () => Promise<number>> = {
  'as a name': () =>
    measure(hostileStrings, async (text) => {
      await openMenu('[data-act=menu]', 'Your name');
      await answer(text);
    }),
  'as a note': () =>
    measure(hostileStrings, async (text, i) => {
      await openMenu('[data-act=more]', 'Note', i % 90);
      await answer(text);
    }),
  'as a value': () =>
    measure(hostileStrings, async (text) => {
      await field.fill(text);
      await field.blur();
    }),
  'as Markdown to import, ten at once': () =>
    measure(tens, async (text) => {
      await importText(`- [x] Merge all feature branches to main\n- [x] ${text.replace(/\s/g, ' ')}\n\n${text}`);
      if (await received.isVisible()) await received.getByRole('button', { name: 'Close' }).click();
    }),
  'as JSON to import, ten at once': () => measure(tens, importText),
  'all in one run that is imported and merged': () =>
    measure([writeRun()], async (text) => {
      await importText(text);
      await received.getByRole('button').first().click();
      await received.waitFor({ state: 'detached' });
    }),
  'as a search': async () => {
    await page.keyboard.press('Control+k');
    const longest = await measure(hostileStrings, (text) => dialog().getByRole('searchbox').fill(text));
    await page.keyboard.press('Escape');
    return longest;
  },
};

const figures: { way: string; longest: number }[] = [];
for (const [way, enter] of Object.entries(ways)) {
  const longest = Math.round(await enter());
  figures.push({ way, longest });
  say(`${way}: ${longest === 0 ? 'no task over 50 ms' : `longest task ${longest} ms`}`);
}
const results = 'node_modules/.cache/results';
mkdirSync(results, { recursive: true });
writeFileSync(`${results}/freeze.json`, JSON.stringify(figures));
await browser.close();
await site.stop();
process.exitCode = figures.some(({ longest }) => longest > most) ? 1 : 0;
