import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { marks } from '~/core/page/page';
import { makeItem, makePage } from '../core/arbitraries';
import { Browser } from './tabs';

const itemsOf = (n: number) => Array.from({ length: n }, (_, i) => makeItem(`step-${i}`));
const page = makePage({ items: itemsOf(8) });

/** The same page, built again under open tabs: an item is gone, another one new. */
const rebuilt = makePage({ items: [...itemsOf(7), makeItem('brand-new')] });

beforeEach(() => vi.useFakeTimers({ now: 1_800_000_000_000 }));

async function openTabs(n: number) {
  const browser = new Browser();
  for (let i = 0; i < n; i++) await browser.openTab(page, 'abcdef'[i]);
  return browser;
}

const tab = fc.nat(5);
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('mark' as const), tab, item: fc.nat(7), mark: fc.constantFrom(...marks) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('note' as const),
      tab,
      item: fc.nat(7),
      text: fc.constantFrom('x', 'y', ''),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('rename' as const, 'undo' as const), tab }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('hear' as const, 'wake' as const), tab }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('sleep' as const, 'close' as const, 'clear' as const), tab }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      hours: fc.integer({ min: -9, max: 9 }),
      isNew: fc.boolean(),
    }),
  },
);

async function go(browser: Browser, one: typeof act extends fc.Arbitrary<infer Act> ? Act : never): Promise<void> {
  const { tabs } = browser;
  if (one.do === 'open') {
    if (tabs.length < 6) await browser.openTab(one.isNew ? rebuilt : page, 'ghijkl'[tabs.length], one.hours);
    return;
  }
  const chosen = tabs[one.tab % tabs.length];
  if (chosen === undefined) return;
  if (one.do === 'mark') chosen.mark(`step-${one.item}`, one.mark);
  if (one.do === 'note') chosen.note(`step-${one.item}`, one.text);
  if (one.do === 'rename') chosen.rename(`Release ${browser.shown.size}`);
  if (one.do === 'undo') chosen.undo();
  if (one.do === 'hear') chosen.hearOne();
  if (one.do === 'wake') chosen.wake();
  if (one.do === 'close' && tabs.length > 1) chosen.close();
  // Of what is cleared before any other tab has heard of it, the tab that entered it is the only one to know.
  if (one.do === 'clear' && tabs.every(({ unheard }) => unheard.length === 0)) browser.clear();
  if (one.do === 'sleep') {
    if (chosen.isAsleep) chosen.comeBack();
    else chosen.isAsleep = true;
    browser.pass(24);
  }
}

test('whatever two to six tabs do, in whatever order they hear of each other, by whatever clock: all of it is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.array(act, { maxLength: 60 }), async (n, acts) => {
      const browser = await openTabs(n);
      for (const one of acts) await go(browser, one);
      for (const one of browser.tabs) if (one.isAsleep) one.comeBack();
      browser.settle();
      expect(browser.lost).toEqual([]);
      // Tabs that show the same run show the same of it.
      const shown = browser.tabs.map(({ run }) => run);
      for (const run of shown) expect(run?.entries).toEqual(shown.find((other) => other?.id === run?.id)?.entries);
    }),
    { numRuns: 60, seed: 11 },
  );
}, 120_000);

test('two tabs that tick at once, in whatever order they hear of each other, make one run', async () => {
  const step = fc.record({ isTick: fc.boolean(), tab: fc.nat(1), item: fc.nat(7) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
      const browser = await openTabs(2);
      for (const { isTick, tab: place, item } of steps) {
        if (isTick) browser.tabs[place]?.tick(`step-${item}`);
        else browser.tabs[place]?.hearOne();
      }
      browser.settle();
      expect(browser.lost).toEqual([]);
      expect(browser.runs).toHaveLength(steps.some(({ isTick }) => isTick) ? 1 : 0);
    }),
    { numRuns: 100 },
  );
}, 120_000);

test('what a tab ticked right before it was closed is kept, though the other tab wrote over it', async () => {
  const browser = await openTabs(2);
  const [first, second] = browser.tabs;
  first?.tick('step-0');
  browser.settle();
  first?.tick('step-1');
  second?.tick('step-2');
  first?.close();
  browser.settle();
  expect(browser.lost).toEqual([]);
  expect(browser.runs).toHaveLength(1);
});

test('five tabs with 60 acts each, in bursts, write at most five times an act, and keep all of it', async () => {
  const browser = await openTabs(5);
  browser.tabs[0]?.tick('step-0');
  browser.settle();
  const before = browser.writes;
  for (let burst = 0; burst < 60; burst++) {
    for (const [i, one] of browser.tabs.entries()) {
      one.mark(`step-${(burst + i) % 8}`, burst % 2 === 0 ? 'done' : 'todo');
      // Some hear of others in the middle of the burst, some only after it.
      if (i % 2 === 0) for (const other of browser.tabs.slice(0, i)) other.hearOne();
    }
    if (burst % 3 === 2) browser.settle();
  }
  browser.settle();
  expect(browser.lost).toEqual([]);
  expect((browser.writes - before) / 300).toBeLessThanOrEqual(5);
});

test('a tab that slept for a day over an old page keeps its act, and what a page that was built meanwhile has entered', async () => {
  const browser = await openTabs(1);
  const [old] = browser.tabs;
  old?.tick('step-0');
  if (old) old.isAsleep = true;
  browser.pass(24);
  const fresh = await browser.openTab(rebuilt, 'b');
  fresh.tick('brand-new');
  fresh.mark('step-0', 'failed');
  // It is touched before it has heard of anything.
  old?.tick('step-7');
  old?.comeBack();
  browser.settle();
  expect(browser.lost).toEqual([]);
  expect(browser.runs).toHaveLength(1);
  expect(old?.marks).toMatchObject({ 'step-0': 'failed', 'step-7': 'done' });
  expect(fresh.marks).toMatchObject({ 'step-0': 'failed', 'brand-new': 'done' });
});

test.each([-9, 9])('an act answers what its tab has seen, though its clock is %i hours off', async (hours) => {
  const browser = await openTabs(1);
  const off = await browser.openTab(page, 'b', hours);
  browser.tabs[0]?.tick('step-0');
  browser.settle();
  off.mark('step-0', 'failed');
  browser.settle();
  browser.tabs[0]?.mark('step-0', 'skipped');
  browser.settle();
  for (const one of browser.tabs) expect(one.marks['step-0']).toBe('skipped');
  expect(browser.lost).toEqual([]);
});

test('a tab that was given a fresh run begins one, also where another tab goes back to an older run', async () => {
  const browser = await openTabs(2);
  const [one, two] = browser.tabs;
  one?.tick('step-1');
  const older = one?.run;
  browser.pass(1);
  one?.leave();
  one?.tick('step-2');
  browser.settle();
  two?.choose(one?.run);
  browser.pass(1);
  two?.leave();
  one?.choose(older);
  browser.settle();
  two?.comeBack();
  expect(two?.run).toBeUndefined();
  two?.tick('step-3');
  browser.settle();
  expect([one?.marks['step-3'], two?.marks['step-1'], two?.marks['step-3']]).toEqual(['todo', 'todo', 'done']);
  expect(browser.runs).toHaveLength(3);
});

test('a tab without a run shows the one that another tab keeps: its next act goes into that', async () => {
  const browser = await openTabs(2);
  const [one, two] = browser.tabs;
  const entries = [{ key: 'mark/step-1', value: 'done', at: 29_000_000, seq: 0, by: 'KL' }];
  one?.keep({ id: '00c0ffee', page: page.id, start: 29_000_000, entries });
  browser.settle();
  expect(two?.marks['step-1']).toBe('done');
  two?.tick('step-2');
  browser.settle();
  expect(one?.marks['step-2']).toBe('done');
});

test('a tab that was given a fresh run begins one, however the others go on with the run that it left, until it goes back', async () => {
  const browser = await openTabs(2);
  const [one, two] = browser.tabs;
  one?.tick('step-1');
  browser.settle();
  expect(two?.run).toEqual(one?.run);
  browser.pass(1);
  two?.leave();
  browser.settle();
  one?.tick('step-2');
  browser.settle();
  expect(two?.run).toBeUndefined();
  two?.comeBack();
  expect(two?.marks['step-1']).toBe('todo');
  two?.tick('step-3');
  browser.settle();
  expect(browser.runs.map(({ entries }) => entries.length).toSorted()).toEqual([1, 2]);
  expect([one?.marks['step-3'], two?.marks['step-1'], two?.marks['step-3']]).toEqual(['todo', 'todo', 'done']);
  two?.undo();
  two?.undo();
  expect(two?.run).toEqual(one?.run);
});
