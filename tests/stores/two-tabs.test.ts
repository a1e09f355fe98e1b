import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { parseRecord } from '~/core/run/record';
import { makePage, makeItem } from '../core/arbitraries';
import { makeStorage } from './fake-storage';

/*
 * Two tabs on one page, as browsers with a process for each tab have them: a tab sees its own writes at once and those of the
 * other when it hears of them, unless it has written over them by then. What is kept is what was written last.
 */

const page = makePage({ items: Array.from({ length: 8 }, (_, i) => makeItem(`step-${i}`)) });

interface Written {
  /** Of two writes, the later one has the greater number. */
  order: number;
  key: string;
  newValue: string | null;
}

/** How many things were put off so far. */
let made = 0;

class Tab {
  readonly storage = makeStorage();
  readonly waiting = new Map<number, () => void>();
  writes = 0;
  readonly unheard: Written[] = [];
  private readonly ownWrites = new Map<string, number>();
  hear: (event: Pick<StorageEvent, 'key' | 'newValue' | 'storageArea'>) => void = () => undefined;
  tick: (item: string) => void = () => undefined;
  leave: () => void = () => undefined;

  constructor(private readonly keep: (from: Tab, written: Omit<Written, 'order'>) => number) {}

  private write(key: string, newValue: string | null): void {
    this.writes++;
    if (newValue === null) this.storage.removeItem(key);
    else this.storage.setItem(key, newValue);
    this.ownWrites.set(key, this.keep(this, { key, newValue }));
  }

  /** Makes this tab's the browser that the stores see. */
  enter(): void {
    const own = {
      getItem: (key: string) => this.storage.getItem(key),
      setItem: (key: string, value: string) => this.write(key, value),
      removeItem: (key: string) => this.write(key, null),
    };
    vi.stubGlobal('localStorage', own);
    vi.stubGlobal('addEventListener', (name: string, listener: typeof this.hear) => {
      if (name === 'storage') this.hear = listener;
      else if (name === 'pagehide') this.leave = () => listener({ key: null, newValue: null, storageArea: null });
    });
    // What a tab does later it does in its own browser.
    vi.stubGlobal('setTimeout', (later: () => void) => {
      const id = ++made;
      this.waiting.set(id, later);
      return id;
    });
    vi.stubGlobal('clearTimeout', (id: number) => void this.waiting.delete(id));
  }

  /** Does the first thing that it put off. */
  wake(): void {
    const [first] = this.waiting;
    if (first === undefined) return;
    this.waiting.delete(first[0]);
    this.enter();
    first[1]();
  }

  /** Hears of the oldest write of the other tab that it has not heard of. */
  hearOne(): void {
    const written = this.unheard.shift();
    if (written === undefined) return;
    this.enter();
    if (written.order > (this.ownWrites.get(written.key) ?? 0)) {
      if (written.newValue === null) this.storage.removeItem(written.key);
      else this.storage.setItem(written.key, written.newValue);
    }
    this.hear({ ...written, storageArea: localStorage });
  }

  close(): void {
    this.enter();
    this.leave();
    this.waiting.clear();
    this.hear = () => undefined;
    this.tick = () => undefined;
  }
}

async function openTabs(names = ['a', 'b']) {
  const kept = makeStorage();
  const tabs: Tab[] = [];
  let order = 0;
  const keep = (from: Tab, { key, newValue }: Omit<Written, 'order'>) => {
    if (newValue === null) kept.removeItem(key);
    else kept.setItem(key, newValue);
    order += 1;
    for (const tab of tabs) if (tab !== from) tab.unheard.push({ order, key, newValue });
    return order;
  };
  for (const name of names) {
    const tab = new Tab(keep);
    tabs.push(tab);
    vi.resetModules();
    tab.enter();
    const [{ openPage }, { markItem }, preferences, { followTabs }] = await Promise.all([
      import('~/stores/run'),
      import('~/stores/enter'),
      import('~/stores/preferences'),
      import('~/stores/other-tabs'),
    ]);
    preferences.setPreference('name', name);
    openPage(page);
    followTabs();
    tab.tick = (item) => {
      tab.enter();
      markItem(item, 'done');
    };
  }
  /** The items that are ticked in each run that is kept. */
  const keptRuns = () =>
    Object.entries<string>({ ...kept })
      .filter(([key]) => key.includes('|run|'))
      .map(([, text]) => {
        const read = parseRecord(text);
        const keys = read.ok ? read.value.run.entries.map(({ key }) => key.replace('mark/', '')) : [];
        return [...new Set(keys)].toSorted();
      });
  return { tabs: tabs as [Tab, Tab, ...Tab[]], keptRuns };
}

const settle = (tabs: readonly Tab[]) => {
  while (tabs.some((tab) => tab.unheard.length > 0 || tab.waiting.size > 0)) {
    for (const tab of tabs) tab.hearOne();
    if (tabs.every(({ unheard }) => unheard.length === 0)) tabs.find(({ waiting }) => waiting.size > 0)?.wake();
  }
};

beforeEach(() => vi.useFakeTimers({ now: 1_800_000_000_000 }));

const step = fc.oneof(
  fc.record({ act: fc.constant('tick' as const), tab: fc.nat(1), item: fc.nat(7) }),
  fc.record({ act: fc.constant('hear' as const), tab: fc.nat(1) }),
);

test('whatever two tabs tick, in whatever order they hear of each other, all of it is kept, in one run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
      const { tabs, keptRuns } = await openTabs();
      const ticked = new Set<string>();
      for (const one of steps) {
        const tab = tabs[one.tab as 0 | 1];
        if (one.act === 'hear') tab.hearOne();
        else {
          tab.tick(`step-${one.item}`);
          ticked.add(`step-${one.item}`);
        }
      }
      settle(tabs);
      expect(keptRuns()).toEqual(ticked.size === 0 ? [] : [[...ticked].toSorted()]);
    }),
    { numRuns: 100 },
  );
}, 120_000);

test('what a tab ticked right before it was closed is kept, though the other tab wrote over it', async () => {
  const { tabs, keptRuns } = await openTabs();
  const [first, second] = tabs;
  first.tick('step-0');
  settle(tabs);
  first.tick('step-1');
  second.tick('step-2');
  first.close();
  settle(tabs);
  expect(keptRuns()).toEqual([['step-0', 'step-1', 'step-2']]);
});

test('five tabs that act in bursts write a few times an act, and keep all of it', async () => {
  const { tabs, keptRuns } = await openTabs(['a', 'b', 'c', 'd', 'e']);
  tabs[0].tick('step-0');
  settle(tabs);
  const before = tabs.reduce((sum, { writes }) => sum + writes, 0);
  let acts = 0;
  for (let burst = 0; burst < 12; burst++) {
    for (const [i, tab] of tabs.entries()) {
      tab.tick(`step-${(burst + i) % 8}`);
      acts++;
      // Some hear of others in the middle of the burst, some only after it.
      if (i % 2 === 0) for (const other of tabs.slice(0, i)) other.hearOne();
    }
    if (burst % 3 === 2) settle(tabs);
  }
  settle(tabs);
  const writes = tabs.reduce((sum, tab) => sum + tab.writes, 0) - before;
  expect(keptRuns()).toEqual([Array.from({ length: 8 }, (_, i) => `step-${i}`)]);
  expect(writes / acts).toBeLessThanOrEqual(5);
});
