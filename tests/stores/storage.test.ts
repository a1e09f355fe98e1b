import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { writeRecord } from '~/core/run/record';
import type { Entry } from '~/core/run/entry';
import type { Run } from '~/core/run/run';
import { makeItem, makePage } from '../core/arbitraries';
import { makeStorage } from './fake-storage';

const page = makePage({ items: [makeItem('ping'), makeItem('pong')] });
const runKey = `runsheet|/|run|${page.id}|00c0ffee`;
const shownKey = `runsheet|/|shown|${page.id}`;

let limit = Infinity;
let writes = 0;

async function open(base = '/') {
  vi.stubEnv('BASE_URL', base);
  vi.resetModules();
  const modules = await Promise.all([
    import('~/stores/run'),
    import('~/stores/enter'),
    import('~/stores/acts'),
    import('~/stores/other-tabs'),
    import('~/stores/keep-held'),
    import('~/stores/shelf-list'),
    import('~/stores/aside-values'),
    import('~/stores/trouble'),
  ]);
  const [run, enter, acts, tabs, held, list, aside, trouble] = modules;
  run.openPage(page);
  tabs.followTabs();
  return { ...run, ...enter, ...acts, ...tabs, ...held, ...list, ...aside, ...trouble };
}

const texts = () => Object.values<string>({ ...localStorage });

/** A browser that refuses whatever is over the limit, and counts the writes. */
function makeBrowser(): void {
  const storage = makeStorage(() => limit);
  const setItem = storage.setItem.bind(storage);
  Object.defineProperty(storage, 'setItem', { value: (key: string, text: string) => (writes++, setItem(key, text)) });
  vi.stubGlobal('localStorage', storage);
}

beforeEach(() => {
  limit = Infinity;
  writes = 0;
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  makeBrowser();
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});

describe('a disk that fills up and empties in the middle of runs', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('mark' as const), item: fc.constantFrom('ping', 'pong') }),
    fc.record({ do: fc.constant('note' as const), text: fc.string({ maxLength: 200 }) }),
    fc.record({ do: fc.constant('limit' as const), room: fc.constantFrom(-50, 0, 1, 30, 100, 400, Infinity) }),
    fc.record({ do: fc.constantFrom('begin' as const, 'clear' as const, 'return' as const, 'retry' as const) }),
  );

  test('loses no entry, and says that it refuses exactly as long as something is missing there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        limit = Infinity;
        makeBrowser();
        const stores = await open();
        const entered = new Map<string, readonly Entry[]>();
        for (const one of steps) {
          if (one.do === 'mark') stores.markItem(one.item, 'done');
          const outcome = one.do === 'note' ? stores.noteItem('ping', one.text) : 'ok';
          if (one.do === 'begin') stores.chooseRun(undefined);
          if (one.do === 'clear') for (const key of Object.keys({ ...localStorage })) localStorage.removeItem(key);
          if (one.do === 'return') stores.rereadRun();
          if (one.do === 'retry') {
            stores.keepNow();
            stores.keepHeld();
          }
          if (one.do === 'limit')
            limit = texts().join('').length + Object.keys({ ...localStorage }).join('').length + one.room;
          const run = stores.$own.get();
          // Nobody takes an entry out of a run, and no run leaves the page by itself.
          if (run !== undefined) {
            for (const entry of entered.get(run.id) ?? []) expect(run.entries).toContainEqual(entry);
            entered.set(run.id, run.entries);
          }
          if (one.do === 'mark') expect(run?.entries.some(({ key }) => key === `mark/${one.item}`)).toBe(true);
          const isKept = run === undefined || texts().includes(JSON.stringify(writeRecord(run)));
          // A note that changes nothing is not written, so it does not notice either what was cleared before it.
          if (!isKept && one.do !== 'clear' && one.do !== 'limit' && one.do !== 'begin' && outcome === 'ok') {
            expect(stores.$trouble.get()?.kind).toBe('refused');
          }
        }
        limit = Infinity;
        stores.keepNow();
        stores.keepHeld();
        expect(stores.$trouble.get()?.kind).not.toBe('refused');
        const run = stores.$own.get();
        const again = await open();
        if (run) expect(again.$own.get()).toEqual(run);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a value that cannot be read', () => {
  const whole: Run = {
    id: '00c0ffee',
    page: page.id,
    start: 10,
    entries: [
      { key: 'mark/ping', value: 'done', at: 12, seq: 0, by: 'AB' },
      { key: 'note/ping', value: 'sooner "than" planned', at: 12, seq: 1, by: 'AB' },
    ],
  };

  /** Opens the page over a value, ticks, opens it again: the tick is there, and so is the value, to the letter. */
  async function survives(text: string): Promise<void> {
    makeBrowser();
    localStorage.setItem(runKey, text);
    localStorage.setItem(shownKey, whole.id);
    const stores = await open();
    stores.markItem('pong', 'done');
    const again = await open();
    expect(again.$view.get().marks.get('pong')).toBe('done');
    const there = [...again.listAside().map((aside) => aside.text), localStorage.getItem(runKey)];
    const isRead = again.$own.get()?.id === whole.id;
    if (!isRead || again.listAside().length > 0) expect(there).toContain(text);
  }

  test('because it was cut off, anywhere, is set aside to the letter', async () => {
    const text = JSON.stringify(writeRecord(whole));
    for (let length = 0; length < text.length; length += 10) await survives(text.slice(0, length));
  });

  test('because it is anything else, is set aside to the letter, or read', async () => {
    const record = writeRecord(whole);
    const field = fc.constantFrom(...Object.keys(record), 'entries', 'entries', 'more', '__proto__');
    const wrong = fc.oneof(
      fc.json(),
      fc.tuple(field, fc.jsonValue()).map(([name, value]) => JSON.stringify({ ...record, [name]: value })),
      fc
        .array(fc.jsonValue())
        .map((entries) => JSON.stringify({ ...record, entries: [...record.entries, ...entries] })),
      fc.string(),
    );
    await fc.assert(fc.asyncProperty(wrong, survives), { numRuns: 60 });
  });

  test.each([0, -1, '1', null, undefined, [1], 'v1'])(
    'because its version, %j, is none that ever was, is set aside whole, and can be downloaded',
    async (format) => {
      const text = JSON.stringify({ ...writeRecord(whole), format });
      await survives(text);
      expect((await open()).listAside()).toMatchObject([{ text, why: 'unreadable', page: page.id, run: undefined }]);
    },
  );

  test.each([2, 1.5, 1e9])('because version %j is newer, stays where it is, to the letter', async (format) => {
    const text = JSON.stringify({ ...writeRecord(whole), format });
    await survives(text);
    makeBrowser();
    localStorage.setItem(runKey, text);
    localStorage.setItem(shownKey, whole.id);
    const stores = await open();
    expect(stores.$trouble.get()).toEqual({ kind: 'newer' });
    stores.markItem('ping', 'done');
    stores.keepHeld();
    expect([localStorage.getItem(runKey), stores.listAside()]).toEqual([text, []]);
    // Nothing shows it any more, but the list of all runs still tells of it.
    const again = await open();
    again.listRuns();
    expect(again.$trouble.get()).toEqual({ kind: 'newer' });
  });

  test('of the pointer leads to no run, and not to another page’s', async () => {
    for (const pointer of ['', 'null', '__proto__', `../${whole.id}`, 'x'.repeat(10_000), '\ud800']) {
      makeBrowser();
      localStorage.setItem(runKey, JSON.stringify(writeRecord(whole)));
      localStorage.setItem(shownKey, pointer);
      const stores = await open();
      expect(stores.$own.get()).toBeUndefined();
      stores.markItem('pong', 'done');
      expect(stores.listRuns()).toHaveLength(2);
      expect((await open()).$own.get()?.entries).toHaveLength(1);
    }
  });
});

test('keys, marks and fields that only a newer version knows stay in the run, through acts of this one', async () => {
  const entries = [
    ['checked/ping', 'by a machine', 11, 0, 'bot'],
    ['field/value.version', 'v2', 11, 1, 'AB'],
  ] as const;
  localStorage.setItem(
    runKey,
    JSON.stringify({
      ...writeRecord({ id: '00c0ffee', page: page.id, start: 10, entries: [] }),
      entries,
      colour: 'red',
    }),
  );
  localStorage.setItem(shownKey, '00c0ffee');
  const stores = await open();
  stores.markItem('ping', 'done');
  expect((await open()).$own.get()?.entries.map(({ key }) => key)).toEqual([
    'checked/ping',
    'field/value.version',
    'mark/ping',
  ]);
});

test('an act in a run of 5,000 entries among 500 runs writes the run once, and the pointer at most', async () => {
  const entries = Array.from({ length: 5000 }, (_, i) => ({
    key: `mark/${i % 2 === 0 ? 'ping' : 'pong'}`,
    value: i % 3 === 0 ? 'todo' : 'done',
    at: 20_000_000 + i,
    seq: 0,
    by: 'AB',
  }));
  for (let n = 0; n < 500; n++) {
    const id = n.toString(16).padStart(8, '0');
    const run: Run = { id, page: page.id, start: 20_000_000 + n, entries: n === 7 ? entries : entries.slice(0, 3) };
    localStorage.setItem(`runsheet|/|run|${page.id}|${id}`, JSON.stringify(writeRecord(run)));
  }
  localStorage.setItem(shownKey, '00000007');
  const stores = await open();
  writes = 0;
  for (let act = 0; act < 20; act++) stores.markItem('ping', act % 2 === 0 ? 'done' : 'todo');
  expect(writes).toBe(20);
  const again = await open();
  expect(again.$own.get()?.entries).toHaveLength(5020);
  expect(again.listRuns()).toHaveLength(500);
});

test('sites of one origin whose base paths begin alike know nothing of each other', async () => {
  const bases = ['/', '/docs', '/docs/', '/docs/team/', '/docs/teams/', '/docs/team/run/'];
  const ids = new Map<string, string | undefined>();
  for (const base of bases) {
    const stores = await open(base);
    expect(stores.$own.get()).toBeUndefined();
    expect(stores.listRuns()).toEqual([]);
    stores.markItem('ping', 'done');
    ids.set(base, stores.$own.get()?.id);
    localStorage.setItem(`runsheet|${base}|aside|1|run|${page.id}|0badcafe`, base);
  }
  for (const base of bases) {
    const stores = await open(base);
    expect(stores.listRuns().map(({ run }) => run.id)).toEqual([ids.get(base)]);
    expect(stores.listAside().map(({ text }) => text)).toEqual([base]);
    stores.deleteRun();
  }
  expect(Object.keys({ ...localStorage }).filter((key) => key.includes('|run|runbooks'))).toHaveLength(bases.length);
});
