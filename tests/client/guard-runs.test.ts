// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { makeItem, makePage } from '../core/arbitraries';
import { makeStorage } from '../stores/fake-storage';

const page = makePage({ items: [makeItem('ping')] });

/** A browser: what it says of its storage, of its maker, and of whether the site is on the home screen. */
interface Made {
  isPersisted?: boolean;
  grants?: boolean;
  isPrivate?: boolean;
  vendor?: string;
  isInstalled?: boolean;
}

const persist = vi.fn();

function makeBrowser({
  isPersisted = false,
  grants = false,
  isPrivate = false,
  vendor = '',
  isInstalled = false,
}: Made) {
  persist.mockReset().mockResolvedValue(grants);
  vi.stubGlobal('navigator', {
    vendor,
    storage: {
      persisted: async () => isPersisted,
      persist,
      getDirectory: () => (isPrivate ? Promise.reject(new DOMException('', 'SecurityError')) : Promise.resolve({})),
    },
  });
  vi.stubGlobal('matchMedia', () => ({ matches: isInstalled }));
}

async function open() {
  vi.resetModules();
  const [run, enter, notices, guard] = await Promise.all([
    import('~/stores/run'),
    import('~/stores/enter'),
    import('~/stores/notices'),
    import('~/client/keep/guard-runs'),
  ]);
  run.openPage(page);
  guard.guardRuns();
  return { ...enter, notices: () => notices.$notices.get() };
}

/** Lets everything happen that was asked for. */
const settle = () => vi.waitFor(async () => void (await new Promise((done) => setTimeout(done, 20))));

beforeEach(() => {
  document.documentElement.lang = 'en';
  vi.stubGlobal('localStorage', makeStorage());
});

describe('a browser that may clear what it keeps', () => {
  test('is asked not to at the second visit with a run, and no sooner', async () => {
    makeBrowser({ grants: true });
    const first = await open();
    first.markItem('ping', 'done');
    await settle();
    expect(persist).not.toHaveBeenCalled();
    const second = await open();
    await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
    second.markItem('ping', 'todo');
    await settle();
    expect(persist).toHaveBeenCalledTimes(1);
    expect(second.notices()).toEqual([]);
  });

  test('is not asked again once it has agreed', async () => {
    makeBrowser({ isPersisted: true, isPrivate: true });
    (await open()).markItem('ping', 'done');
    const { notices } = await open();
    await settle();
    expect(persist).not.toHaveBeenCalled();
    expect(notices()).toEqual([]);
  });

  test.each([
    ['a private window', { isPrivate: true }, /^This is a private window/],
    ['Safari', { vendor: 'Apple Computer, Inc.' }, /after seven days without a visit/],
  ])('is named once there is a run, with the ways out, and once only: %s', async (_, made, text) => {
    makeBrowser(made);
    const { markItem, notices } = await open();
    await settle();
    expect(notices()).toEqual([]);
    markItem('ping', 'done');
    await vi.waitFor(() => expect(notices()).toHaveLength(1));
    expect(notices()[0]?.text).toMatch(text);
    expect(notices()[0]?.choices?.map(({ label }) => label)).toEqual(['Share', 'Download JSON']);
    const again = await open();
    await settle();
    expect(again.notices()).toEqual([]);
  });

  test.each([
    ['Chromium and Firefox with an ordinary window', {}],
    ['Safari with the site on the home screen', { vendor: 'Apple Computer, Inc.', isInstalled: true }],
  ])('says nothing that is not so: %s', async (_, made) => {
    makeBrowser(made);
    const { markItem, notices } = await open();
    markItem('ping', 'done');
    await settle();
    expect(notices()).toEqual([]);
  });
});
