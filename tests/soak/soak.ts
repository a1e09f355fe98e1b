import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { startKillable, type Killable } from '../e2e/killed-browser';
import { serve } from '../e2e/serve';
import { hostileStrings } from '../hostile/strings';

/*
 * The soak: one person's browser with several tabs of one runbook, to which everything happens that may: acts in bursts, the browser
 * killed right after them, storage cleared and filled under open pages, the journal deleted, tabs that sleep, clocks that are hours
 * off, links opened and merged, damaged links, hostile notes. After every fault each act that a page acknowledged must be there, on its
 * item. A page acknowledges what it shows: a box that it has painted as ticked, while its bar is not marked as keeping (it says “Saving…”
 * where that lasts). Of an act that the browser was killed over while it was, nothing is known. Seeded: the same seed does the same in the same order.
 *
 *   npm run soak -- [seed] [minutes] [folder of a built site] [one kind of fault]
 */

const [seed = '1', minutes = '10', folder = 'dist', only = ''] = process.argv.slice(2);
const ends = Date.now() + Number(minutes) * 60_000;
const say = (line: string) => writeSync(1, `${line}\n`);

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function makeRandom(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = makeRandom(Number(seed));
const below = (n: number) => Math.floor(random() * n);

const site = await serve({ '/': folder });
const address = `${site.origin}/runbooks/mvp-release/`;
const profile = mkdtempSync(path.join(tmpdir(), 'soak-'));

/** The last mark of each item that a page acknowledged. */
const shown = new Map<string, boolean>();
const counts = { acts: 0, unacknowledged: 0, faults: 0, losses: 0 };
const faults: Record<string, number> = {};

const isLive = (page: Page) => page.waitForSelector('html[data-live]', { state: 'attached', timeout: 60_000 });

async function openTab(context: BrowserContext, hours = 0): Promise<Page> {
  const page = await context.newPage();
  if (hours !== 0) {
    await page.addInitScript((ahead) => {
      const now = Date.now;
      Date.now = () => now() + ahead;
    }, hours * 3_600_000);
  }
  await page.goto(address);
  await isLive(page);
  return page;
}

/** The state of some boxes on a page after a burst, and whether the page says that they are still being saved. */
interface Shown {
  ticked: [id: string, done: boolean][];
  isSaving: boolean;
}

/** Ticks some boxes in one task, as a storm of keys would, and returns what the page shows so many milliseconds after it has painted them. */
const tickSome = (page: Page, places: readonly number[], after: number): Promise<Shown> =>
  page.evaluate(
    async ([chosen, later]) => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-item]:not([data-group]) > .row input')];
      const ticked = chosen.flatMap((place): [string, boolean][] => {
        const box = boxes[place % boxes.length];
        const id = box?.closest('[data-item]')?.id ?? '';
        box?.click();
        return box ? [[id, box.checked]] : [];
      });
      await new Promise<void>((painted) => requestAnimationFrame(() => setTimeout(painted, later)));
      const bar = document.querySelector('.run-bar');
      if (!bar?.textContent.includes('Saving…')) throw new Error('The run bar has no place to say that it is saving.');
      return { ticked, isSaving: bar.hasAttribute('data-keeping') };
    },
    [places, after] as const,
  );

/** Waits until a page has saved everything. */
const isSaved = (page: Page) => page.locator('.run-bar:not([data-keeping])').waitFor({ timeout: 10_000 });

/** Reads the marks of some items that a page's browser has kept: for each entry its value and time. */
const readKept = (page: Page, ids: readonly string[]): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      Object.entries<string>(localStorage)
        .filter(([key]) => key.includes('|run|'))
        .flatMap(([, text]) => (JSON.parse(text) as { entries: [string, string, number, number, string][] }).entries)
        .filter(([key]) => wanted.includes(key.slice('mark/'.length)))
        .map((entry) => entry.join(' ')),
    ids,
  );

const readMarks = (page: Page): Promise<Record<string, boolean>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-item]:not([data-group])')].map((row) => [
        row.id,
        row.querySelector<HTMLInputElement>('.row input')?.checked === true,
      ]),
    ),
  );

/** Compares a page with what was shown, once it is quiet; whatever differs after that is lost. */
async function check(page: Page, after: string): Promise<void> {
  let lost: string[] = [];
  for (const until = Date.now() + 10_000; Date.now() < until;) {
    const marks = await readMarks(page);
    lost = [...shown].filter(([id, done]) => marks[id] !== done).map(([id]) => id);
    if (lost.length === 0) return;
    await page.waitForTimeout(100);
  }
  counts.losses += lost.length;
  say(`LOST after ${after}: ${lost.map((id) => `${id} (${shown.get(id) ? 'done' : 'todo'})`).join(', ')}`);
  say(`  kept: ${(await readKept(page, lost)).join('; ')}`);
  const others = await Promise.all(tabs.map(readMarks));
  say(`  in the ${tabs.length} tabs: ${lost.map((id) => others.map((marks) => Number(marks[id])).join('')).join(' ')}`);
  for (const id of lost) shown.delete(id);
}

/** Waits until all tabs show the same: an act comes after those of other tabs only where its tab has seen them. */
async function settle(): Promise<void> {
  for (const page of tabs) await check(page, 'a burst');
}

async function start(): Promise<{ browser: Killable; context: BrowserContext; tabs: Page[] }> {
  const browser = await startKillable(profile);
  const context = browser.page.context();
  return { browser, context, tabs: [await openTab(context)] };
}

let { browser, context, tabs } = await start();
/** Items whose acts by tabs with a wrong clock are compared too: every act comes after what its tab has seen. */
const tab = () => tabs[below(tabs.length)] as Page;

/**
 * Acts in some tabs at once; no item by two tabs, since nobody could say who was last then. `isLast`: the browser is killed at once or a moment
 * later, so nobody waits for what the pages have not acknowledged.
 */
async function burst(pages: readonly Page[], isLast = false): Promise<void> {
  const free = Array.from({ length: 90 }, (_, i) => i).toSorted(() => random() - 0.5);
  const after = isLast ? 50 * below(5) : 0;
  const act = async (page: Page, places: readonly number[]) => {
    const { ticked, isSaving } = await tickSome(page, places, after);
    if (isSaving && !isLast) await isSaved(page);
    return ticked.map(([id, done]) => ({ id, done, isAcknowledged: !isSaving || !isLast }));
  };
  const bursts = pages.map((page) => act(page, free.splice(0, 1 + below(12))));
  for (const { id, done, isAcknowledged } of (await Promise.all(bursts)).flat()) {
    counts.acts++;
    if (isAcknowledged) shown.set(id, done);
    else {
      counts.unacknowledged++;
      shown.delete(id);
    }
  }
}

const fill = () => {
  for (let text = 'x'.repeat(1_000_000), i = 0; text !== ''; i++) {
    try {
      localStorage.setItem(`other ${i}`, text);
    } catch {
      text = text.slice(0, text.length / 2);
    }
  }
};

const free = () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith('other')) localStorage.removeItem(key);
};

const doFault: Record<string, () => Promise<void>> = {
  kill: async () => {
    await browser.kill();
    ({ browser, context, tabs } = await start());
  },
  reload: async () => {
    const page = tab();
    await page.reload();
    await isLive(page);
  },
  clear: () => tab().evaluate(() => localStorage.clear()),
  'clear a part': () =>
    tab().evaluate((share) => {
      const keys = Object.keys(localStorage).filter((key) => /\|(run|shown)\|/.test(key));
      keys.forEach((key, i) => (i % 2 === share ? localStorage.removeItem(key) : undefined));
    }, below(2)),
  'wrong clock': async () => void tabs.push(await openTab(context, below(2) === 0 ? -5 : 5)),
  'further tab': async () => void tabs.push(await openTab(context)),
  'close a tab': async () => {
    if (tabs.length > 1) await tabs.splice(below(tabs.length), 1)[0]?.close({ runBeforeUnload: false });
  },
  'cut link': async () => {
    const other = await openTab(context);
    await other.goto(`${address}?run#run=1R0${below(10)}${'Zz9'.repeat(1 + below(40))}`);
    const received = other.getByRole('region', { name: 'Shared run' });
    await received.getByRole('button', { name: 'Close' }).click();
    await other.close();
  },
  'hostile note': async () => {
    const page = tab();
    await page
      .getByRole('button', { name: /^More: / })
      .nth(below(80))
      .click();
    await page.getByRole('menuitem', { name: 'Note', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('textbox')
      .fill(hostileStrings[below(hostileStrings.length)] ?? '');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  },
  'full storage': async () => {
    const page = tab();
    await settle();
    await page.evaluate(fill);
    // The journal alone can keep these.
    await burst([page]);
    await tab().evaluate(free);
  },
  'full storage and a kill': async () => {
    const page = tab();
    await settle();
    await page.evaluate(fill);
    await burst([page], true);
    await doFault.kill?.();
    await tab().evaluate(free);
  },
  'journal deleted': () =>
    tab().evaluate(
      () =>
        new Promise<void>((gone) => {
          indexedDB.deleteDatabase('runsheet|/|journal').onsuccess = () => gone();
        }),
    ),
  'a tab asleep': async () => {
    const page = tab();
    await settle();
    const session = await context.newCDPSession(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await burst(tabs.filter((other) => other !== page));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await session.detach();
  },
  link: async () => {
    const page = tab();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const link = await page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    const other = await openTab(context);
    await other.goto(link);
    await other.getByRole('region', { name: 'Shared run' }).getByRole('button', { name: 'Merge into my run' }).click();
    await other.close();
  },
};

const kinds = Object.keys(doFault).filter((kind) => kind.includes(only));
for (let round = 0; Date.now() < ends; round++) {
  for (const page of tabs.length > 5 ? tabs.splice(5) : []) await page.close();
  const kind = kinds[below(kinds.length)] as string;
  try {
    await burst(tabs, kind === 'kill');
    await doFault[kind]?.();
    counts.faults++;
    faults[kind] = (faults[kind] ?? 0) + 1;
    await check(tab(), kind);
    for (const page of tabs) await check(page, `${kind}, in another tab`);
  } catch (error) {
    say(`seed ${seed}, round ${round}, ${kind}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    await browser.kill();
    ({ browser, context, tabs } = await start());
  }
}
await browser.kill();
await site.stop();
rmSync(profile, { recursive: true, force: true });
say(`seed ${seed}, ${minutes} minutes: acts=${counts.acts} faults=${counts.faults} losses=${counts.losses}`);
say(`acts that no page had acknowledged when the browser was killed: ${counts.unacknowledged}`);
say(
  Object.entries(faults)
    .map(([kind, n]) => `${kind} ${n}`)
    .join(', '),
);
process.exitCode = counts.losses > 0 ? 1 : 0;
