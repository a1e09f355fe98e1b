import { beforeEach, expect, test, vi } from 'vitest';
import { identifyItems } from '~/core/page/ids';
import type { Run } from '~/core/run/run';
import { makeItem, makePage } from '../core/arbitraries';
import { makeStorage } from './fake-storage';

const sections = ['web', 'db'].map((anchor) => ({ anchor, title: anchor, depth: 2, parent: '' }));
const idsOf = (...headings: string[]) =>
  identifyItems(
    headings.map((heading) => ({ text: 'Ping', pinned: undefined, headings: [heading] })),
    new Set(),
  ).ids;

const [before = ''] = idsOf('web');
const [here = '', twin = ''] = idsOf('web', 'db');
const page = makePage({
  sections,
  items: [makeItem(here, { text: 'Ping', section: 'web' }), makeItem(twin, { text: 'Ping', section: 'db' })],
});
const past = { items: new Map([[before, { text: 'Ping', headings: ['web'] }]]), fields: new Map<string, string>() };

/** The run as an older page, which is still open in another tab, has gone on with it. */
const run = (value: string, at: number): Run => ({
  id: '00c0ffee',
  page: page.id,
  start: 1,
  entries: [{ key: `mark/${before}`, value, at, seq: 0, by: 'AB' }],
});

beforeEach(() => vi.stubGlobal('localStorage', makeStorage()));

test('[RW3] what an older page enters while this one is open counts here too, each time, and not while another run is looked at', async () => {
  const [{ openPage, rememberPast, $view, mergeIn }, { keepSettled }, { lookAt }] = await Promise.all([
    import('~/stores/run'),
    import('~/stores/settle-run'),
    import('~/stores/visitor'),
  ]);
  openPage(page);
  rememberPast(past);
  keepSettled((settle) => settle);
  const marks = () => [here, twin].map((id) => $view.get().marks.get(id));
  mergeIn(run('done', 5));
  expect(marks()).toEqual(['done', 'todo']);
  mergeIn(run('todo', 6));
  expect(marks()).toEqual(['todo', 'todo']);
  lookAt({ ...run('todo', 1), id: 'ba5eba11' });
  mergeIn(run('failed', 7));
  lookAt(undefined);
  expect(marks()).toEqual(['failed', 'todo']);
});
