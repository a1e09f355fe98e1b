import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { parseRecord, writeRecord } from '~/core/run/record';
import { marks } from '~/core/page/page';
import type { Run } from '~/core/run/run';
import { makeItem, makePage } from '../core/arbitraries';
import { makeStorage } from './fake-storage';

/*
 * A browser that is killed has in localStorage what was there a while ago, and in IndexedDB what was committed. A tab here takes no notice of
 * being left: a killed one does not either.
 */

const page = makePage({ items: ['ping', 'pong', 'pang'].map((id) => makeItem(id)) });
const name = 'runsheet|/|journal';
const day = 24 * 60 * 60_000;

let limit = Infinity;
let time = 1_800_000_000_000;

async function open() {
  vi.resetModules();
  const modules = await Promise.all([
    import('~/stores/run'),
    import('~/stores/enter'),
    import('~/stores/acts'),
    import('~/stores/recover'),
    import('~/stores/journal-state'),
    import('~/stores/trouble'),
    import('~/stores/shelf-list'),
    import('~/stores/other-tabs'),
    import('~/stores/keep-held'),
    import('~/stores/only-here'),
  ]);
  const [run, enter, acts, recover, journal, trouble, list, tabs, held, only] = modules;
  run.openPage(page);
  tabs.followTabs();
  return {
    ...run,
    ...enter,
    ...acts,
    ...recover,
    ...journal,
    ...trouble,
    ...list,
    ...tabs,
    ...held,
    ...only,
  };
}

/** Opens the page as a browser does that lost what localStorage was given since it held `kept`. */
async function openAfterCrash(kept: Record<string, string>) {
  vi.stubGlobal(
    'localStorage',
    Object.assign(
      makeStorage(() => limit),
      kept,
    ),
  );
  const stores = await open();
  await stores.recover();
  return stores;
}

/** Everything that was committed is there once another request has been answered. */
async function committed(): Promise<[IDBValidKey[], unknown[]]> {
  const request = indexedDB.open(name);
  await new Promise((done) => (request.onsuccess = done));
  const store = request.result.transaction('entries').objectStore('entries');
  const all = [store.getAllKeys(), store.getAll()] as const;
  await Promise.all(all.map((one) => new Promise((done) => (one.onsuccess = done))));
  request.result.close();
  return [all[0].result, all[1].result];
}

/** The number of notes, without the empty one that makes browsers flush. */
const countNotes = async () => (await committed())[0].filter((place) => Array.isArray(place) && place[0] !== '').length;

const kept = (): Record<string, string> => ({ ...localStorage });

beforeEach(() => {
  limit = Infinity;
  time = 1_800_000_000_000;
  vi.spyOn(Date, 'now').mockImplementation(() => time);
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal(
    'localStorage',
    makeStorage(() => limit),
  );
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});

describe('a browser that was killed', () => {
  test('has every act that it showed, however old what localStorage still has of it', async () => {
    const act = fc.record({
      item: fc.constantFrom('ping', 'pong', 'pang'),
      mark: fc.constantFrom(...marks),
      isSaved: fc.boolean(),
      isBegun: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        vi.stubGlobal('indexedDB', new IDBFactory());
        let saved = {};
        let stores = await openAfterCrash({});
        for (const { item, mark, isSaved, isBegun } of acts) {
          time += 20_000;
          if (isBegun) stores.chooseRun(undefined);
          stores.markItem(item, mark);
          if (isSaved) saved = kept();
          const run = stores.$own.get();
          if (isBegun || isSaved) continue;
          await committed();
          stores = await openAfterCrash(saved);
          expect(stores.$own.get()).toEqual(run);
          saved = kept();
        }
      }),
      { numRuns: 20 },
    );
  });

  test('does not bring a deleted run back, and brings back one whose deletion was undone', async () => {
    let stores = await openAfterCrash({});
    stores.markItem('ping', 'done');
    const run = stores.$own.get();
    stores.deleteRun();
    await committed();
    stores = await openAfterCrash({});
    expect(stores.$own.get()).toBeUndefined();
    expect(stores.listRuns()).toEqual([]);
    stores.mergeIn(run as Run);
    await committed();
    stores = await openAfterCrash({});
    expect(stores.$own.get()).toEqual(run);
  });

  test('shows a run that a newer version wrote as little as before', async () => {
    let stores = await openAfterCrash({});
    stores.markItem('ping', 'done');
    await committed();
    const newer = Object.entries(kept()).map(([key, text]) => [key, text.replace('"format":1', '"format":2')]);
    stores = await openAfterCrash(Object.fromEntries(newer));
    expect(stores.$own.get()).toBeUndefined();
    expect(stores.$trouble.get()?.kind).toBe('newer');
    expect(kept()).toEqual(Object.fromEntries(newer));
  });
});

describe('what a killed browser may lose', () => {
  test('is called kept only once the journal has it', async () => {
    const { markItem, $isKeeping, isOnlyHere, recover, $journal, $trouble } = await open();
    expect($isKeeping.get()).toBe(false);
    markItem('ping', 'done');
    // The journal is not open yet: what is noted waits for it, and the page says so.
    expect([$isKeeping.get(), isOnlyHere()]).toEqual([true, false]);
    limit = 0;
    markItem('pong', 'done');
    expect([$trouble.get()?.kind, isOnlyHere()]).toEqual(['refused', true]);
    await recover();
    for (const mark of ['failed', 'done'] as const) {
      markItem('pang', mark);
      expect([$journal.get(), $isKeeping.get(), isOnlyHere()]).toEqual(['kept', true, true]);
      await vi.waitFor(() => expect($isKeeping.get()).toBe(false));
      expect(isOnlyHere()).toBe(false);
    }
    const { $own } = await openAfterCrash({});
    expect($own.get()?.entries).toHaveLength(4);
  });

  test('is not called kept while an earlier act is, and is told otherwise where the journal refuses it', async () => {
    const stores = await openAfterCrash({});
    const kept: boolean[] = [];
    for (const item of ['ping', 'pong', 'pang', 'ping']) {
      stores.markItem(item, 'done');
      await Promise.resolve();
      kept.push(stores.$isKeeping.get());
    }
    expect(kept).toEqual([true, true, true, true]);
    await vi.waitFor(() => expect(stores.$isKeeping.get()).toBe(false));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    stores.markItem('ping', 'todo');
    await vi.waitFor(() => expect([stores.$isKeeping.get(), stores.$journal.get()]).toEqual([false, 'refused']));
    put.mockRestore();
    stores.markItem('pong', 'todo');
    await vi.waitFor(() => expect([stores.$isKeeping.get(), stores.$journal.get()]).toEqual([false, 'kept']));
    // A journal that is deleted under the page is filled again, and until then the page says so.
    const told: boolean[] = [];
    stores.$isKeeping.listen((is) => told.push(is));
    const deleting = indexedDB.deleteDatabase(name);
    await new Promise((done) => (deleting.onsuccess = done));
    await vi.waitFor(() => expect(told).toEqual([true, false]));
    expect(await countNotes()).toBe(1);
  });

  test('is told of nobody where the journal refuses for a moment alone, as it does while the browser clears a site, and is kept then', async () => {
    const stores = await openAfterCrash({});
    const told: string[] = [];
    stores.$journal.listen((state) => told.push(state));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The database is being cleared.', 'InvalidStateError');
    });
    stores.markItem('ping', 'done');
    await vi.waitFor(() => expect(put).toHaveBeenCalledTimes(2));
    put.mockRestore();
    expect(stores.$isKeeping.get()).toBe(true);
    await vi.waitFor(() => expect(stores.$isKeeping.get()).toBe(false));
    expect(told).toEqual([]);
    expect(await countNotes()).toBe(1);
  });
});

describe('the journal', () => {
  test('is emptied of what localStorage has had for a day, and of nothing else', async () => {
    let stores = await openAfterCrash({});
    stores.markItem('ping', 'done');
    const saved = kept();
    time += day / 2;
    stores.markItem('pong', 'done');
    await committed();
    time += 2 * day;
    // An entry that localStorage lacks stays, however old it is, and so do the others of its run.
    stores = await openAfterCrash(saved);
    expect(stores.$own.get()?.entries).toHaveLength(2);
    expect(await countNotes()).toBe(2);
    stores = await openAfterCrash(kept());
    expect(await countNotes()).toBe(0);
  });

  test('of a later version is read and written, and what cannot be read in it is left alone', async () => {
    const made = indexedDB.open(name, 7);
    made.onupgradeneeded = () => made.result.createObjectStore('entries');
    await new Promise((done) => (made.onsuccess = done));
    const run: Run = { id: '00c0ffee', page: page.id, start: 1, entries: [] };
    const [newer, partly] = [
      { ...writeRecord(run), format: 2 },
      { ...writeRecord(run), entries: [['mark/ping', 'done', 5, 0, ''], ['mark/pong', 'sideways', 5, 1, ''], 'x'] },
    ];
    const store = made.result.transaction('entries', 'readwrite').objectStore('entries');
    store.put(newer, [page.id, run.id, 1, 0.1]);
    store.put(partly, [page.id, run.id, 2, 0.2]);
    store.put('scrap', ['x', 'y', 3, 0.3]);
    made.result.close();
    let stores = await openAfterCrash({});
    expect(stores.$journal.get()).toBe('kept');
    expect(stores.$own.get()?.entries).toEqual([{ key: 'mark/ping', value: 'done', at: 5, seq: 0, by: '' }]);
    stores.markItem('pang', 'done');
    await committed();
    time += 2 * day;
    stores = await openAfterCrash(kept());
    expect((await committed())[1]).toEqual(expect.arrayContaining([newer, partly, 'scrap']));
  });

  test.each([
    ['is not there', () => undefined],
    [
      'is forbidden',
      () => ({
        open: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      }),
    ],
  ])('says so where IndexedDB %s, and the run goes on', async (_, forbid) => {
    vi.stubGlobal('indexedDB', forbid());
    const { markItem, $own, $journal } = await openAfterCrash({});
    expect($journal.get()).toBe('refused');
    markItem('ping', 'done');
    expect(parseRecord(Object.values(kept()).find((text) => text.startsWith('{')) ?? '')).toMatchObject({
      value: { run: $own.get() },
    });
  });

  test('says so where IndexedDB is full, and writes what was refused as soon as there is room', async () => {
    let stores = await openAfterCrash({});
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    stores.markItem('ping', 'done');
    await vi.waitFor(() => expect(stores.$journal.get()).toBe('refused'));
    put.mockRestore();
    stores.markItem('pong', 'done');
    await vi.waitFor(() => expect(stores.$journal.get()).toBe('kept'));
    await committed();
    stores = await openAfterCrash({});
    expect(stores.$own.get()?.entries).toHaveLength(2);
  });

  test('that is deleted under the page has all of the run again, before its next act', async () => {
    let stores = await openAfterCrash({});
    stores.markItem('ping', 'done');
    await committed();
    const deleting = indexedDB.deleteDatabase(name);
    await new Promise((done) => (deleting.onsuccess = done));
    await vi.waitFor(async () => expect(await countNotes()).toBe(1));
    stores.markItem('pong', 'done');
    await committed();
    stores = await openAfterCrash({});
    expect(stores.$own.get()?.entries).toHaveLength(2);
  });

  test('keeps what localStorage refuses, run after run, and gives it back until that takes it', async () => {
    limit = 0;
    let stores = await openAfterCrash({});
    stores.markItem('ping', 'done');
    stores.chooseRun(undefined);
    stores.markItem('pong', 'done');
    expect(stores.$trouble.get()?.kind).toBe('refused');
    expect(stores.listRuns()).toHaveLength(2);
    const shown = stores.$own.get();
    for (let opening = 0; opening < 2; opening++) {
      await committed();
      time += 2 * day;
      stores = await openAfterCrash({});
      expect(stores.$own.get()).toEqual(shown);
      expect(stores.listRuns().map(({ bytes }) => bytes)).toEqual([0, 0]);
    }
    limit = Infinity;
    stores.keepHeld();
    stores.keepNow();
    expect(stores.$trouble.get()).toBeUndefined();
    expect(Object.keys(kept()).filter((key) => key.includes('|run|'))).toHaveLength(2);
    expect(Object.entries(kept())).toContainEqual([`runsheet|/|shown|${page.id}`, shown?.id]);
  });
});
