import { beforeEach, expect, test, vi } from 'vitest';
import { readStructure } from '~/core/page/structure';
import { writeRecord } from '~/core/run/record';
import type { Run } from '~/core/run/run';
import { hideIds } from '~/core/snapshot/stranger';
import { makeItem, makePage } from '../core/arbitraries';
import { makeStorage } from './fake-storage';

const page = makePage({ items: [makeItem('ping'), makeItem('pong')] });
const strangerOf = (id: string) => hideIds({ id: page.id, items: [id], fields: [] }, 0).item.get(id) ?? '';

/** A run in which a newer page's item was ticked, as an older page keeps it. */
const run: Run = {
  id: '00c0ffee',
  page: page.id,
  start: 10,
  entries: [
    { key: `mark/${strangerOf('pong')}`, value: 'done', at: 12, seq: 3, by: 'AB' },
    { key: `note/${strangerOf('pong')}`, value: 'late', at: 12, seq: 4, by: 'AB' },
    { key: `mark/${strangerOf('unknown')}`, value: 'done', at: 13, seq: 0, by: 'AB' },
  ],
};

async function open() {
  vi.resetModules();
  const [{ openPage, $view, $own, mergeIn }, { markItem }, { lookAt }] = await Promise.all([
    import('~/stores/run'),
    import('~/stores/enter'),
    import('~/stores/visitor'),
  ]);
  openPage(page);
  return { $view, own: () => $own.get(), mergeIn, markItem, lookAt };
}

beforeEach(() => {
  vi.stubGlobal('localStorage', makeStorage());
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});

const ways: [name: string, arrive: () => Promise<Awaited<ReturnType<typeof open>>>][] = [
  [
    'was kept by an older page',
    () => {
      localStorage.setItem(`runsheet|/|run|${page.id}|${run.id}`, JSON.stringify(writeRecord(run)));
      localStorage.setItem(`runsheet|/|shown|${page.id}`, run.id);
      return open();
    },
  ],
  [
    'was merged',
    async () => {
      const stores = await open();
      stores.mergeIn(run);
      return stores;
    },
  ],
  [
    'is looked at',
    async () => {
      const stores = await open();
      stores.lookAt(run);
      return stores;
    },
  ],
];

test.each(ways)(
  '[SN9] a mark known by its hash alone is on its item once the page has it: of a run that %s',
  async (_, arrive) => {
    const { $view, markItem, lookAt, mergeIn } = await arrive();
    await vi.waitFor(() => expect($view.get().marks.get('pong')).toBe('done'));
    expect($view.get().state.get('mark/pong')).toEqual({ key: 'mark/pong', value: 'done', at: 12, seq: 3, by: 'AB' });
    expect($view.get().state.get('note/pong')?.value).toBe('late');
    // Entries that the page does not know stay as they are, and an act comes after those that it answers.
    expect($view.get().state.has(`mark/${strangerOf('unknown')}`)).toBe(true);
    lookAt(undefined);
    mergeIn(run);
    markItem('pong', 'failed');
    expect($view.get().marks.get('pong')).toBe('failed');
  },
);

test('[SN9] what a page can name is kept under its name too, where the first frame and the list of runs find it', async () => {
  const { mergeIn, $view, own } = await open();
  const { keepNames } = await import('~/client/keep/keep-names');
  keepNames();
  mergeIn(run);
  await vi.waitFor(() =>
    expect(own()?.entries).toContainEqual({ key: 'mark/pong', value: 'done', at: 12, seq: 3, by: 'AB' }),
  );
  const keys = () => $view.get().run?.entries.map(({ key }) => key);
  expect(own()?.entries).toEqual(expect.arrayContaining([...run.entries]));
  expect(keys()).toEqual(['mark/pong', 'note/pong', `mark/${strangerOf('unknown')}`]);

  // On an older version of the page, too, they are still one.
  const { nameInRun } = await import('~/stores/name-strangers');
  const older = readStructure({ ...page, items: [makeItem('ping')] });
  expect(nameInRun(own() ?? run, older).entries.map(({ key }) => key)).toEqual(keys());
});
