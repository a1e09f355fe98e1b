import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Page } from '~/core/page/page';
import type { Run } from '~/core/run/run';
import { writeRecord } from '~/core/run/record';
import { makeItem, makePage } from '../core/arbitraries';
import { makeStorage } from './fake-storage';

const page = makePage({ items: [makeItem('ping'), makeItem('pong')] });
const run: Run = {
  id: '00c0ffee',
  page: page.id,
  start: 10,
  entries: [{ key: 'mark/ping', value: 'done', at: 12, seq: 0, by: 'AB' }],
};
const key = `runsheet|/|run|${page.id}|${run.id}`;
const shown = `runsheet|/|shown|${page.id}`;

/** A page load: the modules begin anew, storage stays. */
async function open() {
  vi.resetModules();
  const modules = await Promise.all([
    import('~/stores/run'),
    import('~/stores/enter'),
    import('~/stores/shelf'),
    import('~/stores/trouble'),
    import('~/stores/aside-values'),
    import('~/stores/run-list'),
    import('~/stores/undo'),
    import('~/stores/other-tabs'),
  ]);
  const [pages, enter, shelf, trouble, aside, list, undo, tabs] = modules;
  const openPage = (shownPage: Page) => {
    pages.openPage(shownPage);
    tabs.followTabs();
  };
  return { ...pages, ...enter, ...shelf, ...trouble, ...aside, ...list, ...undo, ...tabs, openPage };
}

let limit = Infinity;
const listeners = new Map<string, (event: unknown) => void>();
const asides = () => Object.keys({ ...localStorage }).filter((name) => name.includes('|aside|'));

beforeEach(() => {
  limit = Infinity;
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  vi.stubGlobal(
    'localStorage',
    makeStorage(() => limit),
  );
  vi.stubGlobal('addEventListener', (name: string, hear: (event: unknown) => void) => listeners.set(name, hear));
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
});

const keep = (record: object, name = key) => {
  localStorage.setItem(name, JSON.stringify(record));
  localStorage.setItem(shown, run.id);
};

describe('what is kept', () => {
  test('is the same after every act, by any clock', async () => {
    const clock = fc.oneof(
      fc.constantFrom(-1e14, 0, 1_800_000_000_000, 4e12, 8.6e15),
      fc.integer({ min: 0, max: 4e12 }),
    );
    const act = fc.record({
      item: fc.constantFrom('ping', 'pong'),
      mark: fc.constantFrom('done' as const, 'todo' as const),
      clock,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
        localStorage.removeItem(shown);
        let stores = await open();
        stores.openPage(page);
        for (const { item, mark, clock: now } of acts) {
          vi.setSystemTime(now);
          expect(stores.markItem(item, mark)).toBe('ok');
          const before = stores.$view.get();
          stores = await open();
          stores.openPage(page);
          expect(stores.$view.get().run).toEqual(before.run);
          expect(stores.$trouble.get()).toBeUndefined();
        }
      }),
      { numRuns: 30 },
    );
  });

  test('keeps its other entries where one is none, and the whole value aside', async () => {
    const record = { ...writeRecord(run), entries: [...writeRecord(run).entries, ['mark/pong', 'sideways', 1, 0, '']] };
    keep(record);
    const { openPage, $own, $trouble, markItem, listAside } = await open();
    openPage(page);
    expect($own.get()).toEqual(run);
    expect($trouble.get()?.kind).toBe('aside');
    expect(listAside()).toMatchObject([{ why: 'partly', text: JSON.stringify(record), run: undefined }]);
    markItem('pong', 'done');
    const again = await open();
    again.openPage(page);
    expect(again.$own.get()?.entries).toHaveLength(2);
    expect(asides()).toHaveLength(1);
  });

  test('is not written over where there is no room to set it aside; what is readable of it is shown', async () => {
    const record = { ...writeRecord(run), entries: [...writeRecord(run).entries, null] };
    keep(record);
    limit = 0;
    const { openPage, $own, markItem } = await open();
    openPage(page);
    expect($own.get()).toEqual(run);
    markItem('pong', 'done');
    expect($own.get()?.entries).toHaveLength(2);
    expect(localStorage.getItem(key)).toBe(JSON.stringify(record));
  });

  test.each([
    ['another run’s', { ...writeRecord(run), id: '0badcafe' }, 'foreign'],
    ['another page’s', { ...writeRecord(run), page: 'runbooks/other' }, 'foreign'],
    ['of a page that can be none', { ...writeRecord(run), page: '/evil.test' }, 'not-a-page'],
    ['no run', { hello: 'world' }, 'unreadable'],
  ])('under the name of a run, but is %s, takes no tick: it is set aside', async (_, record, why) => {
    keep(record);
    const { openPage, $own, markItem, listAside, deleteAside, $aside, openList, $runs } = await open();
    openPage(page);
    expect($own.get()).toBeUndefined();
    markItem('pong', 'done');
    expect($own.get()?.id).not.toBe('0badcafe');
    expect(listAside()).toMatchObject([{ why, text: JSON.stringify(record) }]);
    openList();
    expect($runs.get()).toHaveLength(1);
    deleteAside($aside.get()[0] as never);
    expect(asides()).toEqual([]);
  });

  test.each([
    'runsheet|/|run|',
    'runsheet|/|run|/evil.test|00c0ffee',
    'runsheet|/|run|\ud800|00c0ffee',
    'runsheet|/|run|a|b|c',
  ])('under the name “%s” is set aside, and can be deleted', async (name) => {
    localStorage.setItem(name, JSON.stringify({ ...writeRecord(run), page: name.split('|')[3] ?? '' }));
    const { openList, $runs, $aside, deleteAside } = await open();
    openList();
    expect($runs.get()).toEqual([]);
    expect(localStorage.getItem(name)).toBeNull();
    deleteAside($aside.get()[0] as never);
    expect(Object.keys({ ...localStorage })).toEqual([]);
  });

  test('twice set aside within a minute is there twice', async () => {
    keep({ one: 1 });
    (await open()).openPage(page);
    keep({ two: 2 });
    (await open()).openPage(page);
    expect(asides()).toHaveLength(2);
  });

  test('can be taken back once it can be read', async () => {
    localStorage.setItem(`runsheet|/|aside|29000000|run|${page.id}|${run.id}`, JSON.stringify(writeRecord(run)));
    const { openList, $aside, $runs, takeAsideBack, undo } = await open();
    openList();
    expect($aside.get()).toMatchObject([{ why: 'readable', run }]);
    takeAsideBack($aside.get()[0] as never);
    expect($runs.get().map((kept) => kept.run)).toEqual([run]);
    expect($aside.get()).toEqual([]);
    undo();
    expect($runs.get()).toEqual([]);
    expect($aside.get()).toHaveLength(1);
  });
});

describe('the run and what points to it', () => {
  test('are both there after storage was full at the first tick', async () => {
    limit = 0;
    const { openPage, markItem, $trouble } = await open();
    openPage(page);
    markItem('ping', 'done');
    expect($trouble.get()?.kind).toBe('refused');
    limit = Infinity;
    markItem('pong', 'done');
    expect($trouble.get()).toBeUndefined();
    const again = await open();
    again.openPage(page);
    expect(again.$own.get()?.entries).toHaveLength(2);
  });

  test.each([
    ['all', () => [key, shown]],
    ['the run', () => [key]],
    ['the pointer', () => [shown]],
  ])('are both there after %s was cleared under the page, at the next act or when it is left', async (_, names) => {
    keep(writeRecord(run));
    for (const leave of [true, false]) {
      const { openPage, markItem } = await open();
      openPage(page);
      for (const name of names()) localStorage.removeItem(name);
      if (leave) listeners.get('pagehide')?.({});
      else markItem('pong', 'done');
      const again = await open();
      again.openPage(page);
      expect(again.$own.get()?.entries).toContainEqual(run.entries[0]);
    }
  });

  test('are written again when another tab clears everything, and that is told', async () => {
    keep(writeRecord(run));
    const { openPage, $trouble } = await open();
    openPage(page);
    for (const name of [key, shown]) localStorage.removeItem(name);
    listeners.get('storage')?.({ key: null, newValue: null, storageArea: localStorage });
    expect($trouble.get()?.kind).toBe('rewritten');
    expect(localStorage.getItem(key)).toBe(JSON.stringify(writeRecord(run)));
    expect(localStorage.getItem(shown)).toBe(run.id);
  });

  test('are not written again where another tab deleted the run', async () => {
    keep(writeRecord(run));
    const { openPage, $own, $trouble } = await open();
    openPage(page);
    localStorage.setItem(shown, '');
    localStorage.removeItem(key);
    listeners.get('storage')?.({ key, newValue: null, storageArea: localStorage });
    listeners.get('pagehide')?.({});
    expect($own.get()).toBeUndefined();
    expect($trouble.get()).toBeUndefined();
    expect(localStorage.getItem(key)).toBeNull();
  });
});
