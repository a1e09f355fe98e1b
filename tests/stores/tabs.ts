import { vi } from 'vitest';
import type { Mark, Page } from '~/core/page/page';
import type { Entry } from '~/core/run/entry';
import { parseRecord } from '~/core/run/record';
import type { Run } from '~/core/run/run';
import { makeStorage } from './fake-storage';

/*
 * Tabs on one page, as browsers with a process for each tab have them: a tab sees its own writes at once and those of the others when it
 * hears of them, unless it has written over them by then. What is kept is what was written last. Each tab may have a clock of its own.
 */

interface Written {
  /** Of two writes, the later one has the greater number. */
  order: number;
  key: string;
  newValue: string | null;
}

/** An entry as a text of its own. */
const textOf = ({ key, value, at, seq, by }: Entry): string => JSON.stringify([key, value, at, seq, by]);

type Listener = (event: Pick<StorageEvent, 'key' | 'newValue' | 'storageArea'>) => void;

async function load() {
  vi.resetModules();
  const [run, enter, acts, undo, preferences, tabs] = await Promise.all([
    import('~/stores/run'),
    import('~/stores/enter'),
    import('~/stores/acts'),
    import('~/stores/undo'),
    import('~/stores/set-preference'),
    import('~/stores/other-tabs'),
  ]);
  return { ...run, ...enter, ...acts, ...undo, ...preferences, ...tabs };
}

/** The number of things that were put off so far. */
let made = 0;

/** The time in all tabs whose clock is right, in milliseconds since 1970. */
let time = 1_800_000_000_000;

export class Tab {
  readonly storage = makeStorage();
  readonly waiting = new Map<number, () => void>();
  readonly unheard: Written[] = [];
  writes = 0;
  isAsleep = false;
  private readonly ownWrites = new Map<string, number>();
  private readonly listeners = new Map<string, Listener>();
  private stores!: Awaited<ReturnType<typeof load>>;

  constructor(
    private readonly browser: Browser,
    private readonly skew: number,
  ) {}

  async open(name: string, page: Page): Promise<void> {
    for (const [key, value] of Object.entries<string>({ ...this.browser.kept })) this.storage.setItem(key, value);
    this.enter();
    this.stores = await load();
    this.enter();
    this.stores.setPreference('name', name);
    this.stores.openPage(page);
    this.stores.followTabs();
  }

  private write(key: string, newValue: string | null): void {
    this.writes++;
    if (newValue === null) this.storage.removeItem(key);
    else this.storage.setItem(key, newValue);
    this.ownWrites.set(key, this.browser.keep(this, key, newValue));
  }

  /** Makes this tab's the browser that the stores see. */
  private enter(): void {
    vi.setSystemTime(time + this.skew);
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => this.storage.getItem(key),
      setItem: (key: string, value: string) => this.write(key, value),
      removeItem: (key: string) => this.write(key, null),
    });
    vi.stubGlobal('addEventListener', (name: string, listener: Listener) => this.listeners.set(name, listener));
    // A tab does in its own browser whatever it does later.
    vi.stubGlobal('setTimeout', (later: () => void) => {
      const id = ++made;
      this.waiting.set(id, later);
      return id;
    });
    vi.stubGlobal('clearTimeout', (id: number) => void this.waiting.delete(id));
  }

  /** Does something in this tab, and notes what it has then shown as entered. */
  private act(act: (stores: Tab['stores']) => unknown): void {
    this.enter();
    const before = new Set(this.stores.$own.get()?.entries.map(textOf));
    act(this.stores);
    for (const entry of this.stores.$own.get()?.entries ?? []) {
      if (!before.has(textOf(entry))) this.browser.shown.add(textOf(entry));
    }
  }

  mark = (item: string, mark: Mark): void => this.act(({ markItem }) => markItem(item, mark));
  tick = (item: string): void => this.mark(item, 'done');
  note = (item: string, text: string): void => this.act(({ noteItem }) => noteItem(item, text));
  rename = (title: string): void => this.act(({ renameRun }) => renameRun(title));
  undo = (): void => this.act(({ undo }) => undo());
  choose = (run: Run | undefined): void => this.act(({ chooseRun }) => chooseRun(run));
  leave = (): void => this.choose(undefined);
  keep = (run: Run): void => this.act(({ keepSeparate }) => keepSeparate(run));

  /** Does the first thing that it put off. */
  wake(): void {
    const [first] = this.waiting;
    if (first === undefined) return;
    this.waiting.delete(first[0]);
    this.enter();
    first[1]();
  }

  /** Hears of the oldest write of the other tabs that it has not heard of; one that sleeps only sees it. */
  hearOne(): void {
    const written = this.unheard.shift();
    if (written === undefined) return;
    this.enter();
    if (written.order > (this.ownWrites.get(written.key) ?? 0)) {
      if (written.newValue === null) this.storage.removeItem(written.key);
      else this.storage.setItem(written.key, written.newValue);
    }
    if (!this.isAsleep) this.listeners.get('storage')?.({ ...written, storageArea: localStorage });
  }

  /** Comes back into view after a sleep in which nothing was heard. */
  comeBack(): void {
    this.isAsleep = false;
    this.enter();
    this.stores.rereadRun();
  }

  close(): void {
    this.enter();
    this.listeners.get('pagehide')?.({ key: null, newValue: null, storageArea: null });
    this.browser.tabs.splice(this.browser.tabs.indexOf(this), 1);
  }

  get run(): Run | undefined {
    return this.stores.$own.get();
  }

  get marks(): Record<string, Mark | 'mixed'> {
    return Object.fromEntries(this.stores.$view.get().marks);
  }
}

export class Browser {
  readonly kept = makeStorage();
  readonly tabs: Tab[] = [];
  /** Every entry that a tab has shown as entered. */
  readonly shown = new Set<string>();
  private order = 0;

  /** Opens a page in a further tab; `hours`: what its clock is ahead. */
  async openTab(page: Page, name = 'a', hours = 0): Promise<Tab> {
    const tab = new Tab(this, hours * 3_600_000);
    this.tabs.push(tab);
    await tab.open(name, page);
    return tab;
  }

  /** Keeps what a tab writes, and lets the others hear of it. Returns the number of the write. */
  keep(from: Tab, key: string, newValue: string | null): number {
    if (newValue === null) this.kept.removeItem(key);
    else this.kept.setItem(key, newValue);
    this.order += 1;
    for (const tab of this.tabs) if (tab !== from) tab.unheard.push({ order: this.order, key, newValue });
    return this.order;
  }

  /** Clears everything that is kept, as the browser or the reader may; all tabs hear of it. */
  clear(): void {
    for (const key of Object.keys({ ...this.kept })) {
      this.kept.removeItem(key);
      this.order += 1;
      for (const tab of this.tabs) tab.unheard.push({ order: this.order, key, newValue: null });
    }
  }

  /** Lets all tabs hear of each other, and do what they put off, until nothing is left to do. */
  settle(): void {
    const { tabs } = this;
    while (tabs.some((tab) => tab.unheard.length > 0 || tab.waiting.size > 0)) {
      for (const tab of tabs) tab.hearOne();
      if (tabs.every(({ unheard }) => unheard.length === 0)) tabs.find(({ waiting }) => waiting.size > 0)?.wake();
    }
  }

  pass(hours: number): void {
    time += hours * 3_600_000;
  }

  /** The runs that are kept. */
  get runs(): Run[] {
    return Object.entries<string>({ ...this.kept }).flatMap(([key, text]) => {
      const read = parseRecord(text);
      return key.includes('|run|') && read.ok ? [read.value.run] : [];
    });
  }

  /** The entries that were shown as entered and are not kept. */
  get lost(): string[] {
    const there = new Set(this.runs.flatMap(({ entries }) => entries.map(textOf)));
    return [...this.shown].filter((entry) => !there.has(entry));
  }

  get writes(): number {
    return this.tabs.reduce((sum, { writes }) => sum + writes, 0);
  }
}
