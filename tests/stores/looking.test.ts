import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Run } from '~/core/run/run';
import { makeItem, makePage } from '../core/arbitraries';
import { makeStorage } from './fake-storage';

const page = makePage({
  items: [makeItem('ping'), makeItem('pong')],
  fields: [{ id: 'lead', label: 'Lead', kind: 'text', section: '', options: [] }],
  sections: [{ anchor: 'rollback', title: 'Rollback', depth: 2, parent: '' }],
  contingencies: [{ section: 'rollback', triggers: ['pong'] }],
  holds: [{ after: 'ping', roles: ['Lead'] }],
});

/** The reader's own run, and the same run as a link tells it: without what was superseded. */
const own: Run = {
  id: '00c0ffee',
  page: page.id,
  start: 10,
  entries: [
    { key: 'mark/ping', value: 'failed', at: 10, seq: 0, by: 'AB' },
    { key: 'mark/ping', value: 'done', at: 11, seq: 0, by: '' },
    { key: 'mark/pong', value: 'done', at: 12, seq: 0, by: '' },
  ],
};
const linked: Run = { ...own, entries: own.entries.slice(1, 2) };

/** A browser of its own, in which the page is open. */
async function open() {
  vi.resetModules();
  const modules = await Promise.all([
    import('~/stores/acts'),
    import('~/stores/enter'),
    import('~/stores/run'),
    import('~/stores/undo'),
    import('~/stores/visitor'),
    import('~/stores/shelf'),
    import('~/stores/fields'),
    import('~/stores/pointer'),
  ]);
  const stores = Object.assign({}, ...modules) as (typeof modules)[0] &
    (typeof modules)[1] &
    (typeof modules)[2] &
    (typeof modules)[3] &
    (typeof modules)[4] &
    (typeof modules)[5] &
    (typeof modules)[6] &
    (typeof modules)[7];
  stores.saveRun(own);
  stores.showRun(page.id, own.id);
  stores.openPage(page);
  return stores;
}

const kept = () => Object.entries({ ...localStorage }).toSorted();

beforeEach(() => {
  vi.stubGlobal('localStorage', makeStorage());
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});

type Stores = Awaited<ReturnType<typeof open>>;

const acts: [name: string, act: (stores: Stores) => unknown][] = [
  ['marks an item', ({ markItem }) => markItem('ping', 'skipped', 'why')],
  ['notes something', ({ noteItem }) => noteItem('ping', 'hello')],
  ['fills in a field', ({ fillField }) => fillField('lead', 'Jane')],
  ['answers a hold', ({ answerHold }) => answerHold('ping', 'Lead', 'go')],
  ['turns a contingency off', ({ turnOff }) => turnOff('rollback')],
  ['renames the run', ({ renameRun }) => renameRun('v2')],
  ['ends the run', ({ endRun }) => endRun(true)],
  ['shows another run', ({ chooseRun }) => chooseRun({ ...own, id: '0badcafe' })],
  ['starts a new run', ({ chooseRun }) => chooseRun(undefined)],
  ['duplicates the run', ({ startRun }) => startRun([{ key: 'title', value: 'v1' }])],
  ['deletes the run', ({ deleteRun }) => deleteRun()],
  ['merges', ({ takeIn }) => takeIn({ ...own, entries: [{ key: 'title', value: 'x', at: 20, seq: 0, by: '' }] })],
  ['keeps a run beside it', ({ keepSeparate }) => keepSeparate({ ...own, id: '0badcafe' })],
  ['signs what was ticked', ({ signEarlier }) => signEarlier('KL')],
  ['takes the last act back', ({ undo }) => undo()],
];

describe('while the run of a link is looked at', () => {
  test.each(acts)('nobody %s: it is refused, and nothing is changed', async (_, act) => {
    const stores = await open();
    // Something to take back and to sign.
    stores.markItem('ping', 'todo');
    const before = [kept(), stores.$own.get()];
    stores.lookAt(linked);
    expect(act(stores)).toBe('refused: looking');
    expect([kept(), stores.$own.get()]).toEqual(before);
    stores.lookAt(undefined);
    expect(act(stores)).toBe('ok');
    expect([kept(), stores.$own.get()]).not.toEqual(before);
  });

  test('looking at a link of one’s own run, deleting, undoing and closing leaves nothing out', async () => {
    const { lookAt, deleteRun, undo, $own } = await open();
    lookAt(linked);
    deleteRun();
    undo();
    lookAt(undefined);
    expect($own.get()).toEqual(own);
    expect(deleteRun()).toBe('ok');
    expect($own.get()).toBeUndefined();
    expect(undo()).toBe('ok');
    expect($own.get()).toEqual(own);
  });
});

test('[EN2] a run that has ended keeps the end of who ended it first', async () => {
  const { endRun, $own } = await open();
  expect(endRun(false)).toBe('unchanged');
  expect(endRun(true)).toBe('ok');
  const ended = $own.get();
  expect(endRun(true)).toBe('unchanged');
  expect($own.get()).toEqual(ended);
  expect(endRun(false)).toBe('ok');
});

test('[RN5] an act that changes nothing says so, and so does an undo of what somebody has changed since', async () => {
  const { noteItem, renameRun, undo, markItem, $own } = await open();
  expect(noteItem('ping', '')).toBe('unchanged');
  expect(renameRun('')).toBe('unchanged');
  expect(undo()).toBe('unchanged');
  markItem('ping', 'failed');
  // Somebody else changes it before it is taken back.
  const { mergeIn } = await import('~/stores/run');
  const run = $own.get();
  if (run) mergeIn({ ...run, entries: [{ key: 'mark/ping', value: 'skipped', at: 40_000_000, seq: 0, by: 'KL' }] });
  expect(undo()).toBe('unchanged');
});

test('[RN5] Undo takes back what was entered here, also after it was signed, and leaves the same tick of somebody else', async () => {
  const { markItem, signEarlier, undo, $view } = await open();
  const { mergeIn } = await import('~/stores/run');
  const mark = () => $view.get().marks.get('ping');
  markItem('ping', 'failed');
  markItem('ping', 'done');
  signEarlier('AB');
  expect([undo(), mark()]).toEqual(['ok', 'failed']);
  expect([undo(), mark()]).toEqual(['ok', 'done']);

  markItem('ping', 'failed');
  // A colleague marks it in the same way before hearing of it.
  mergeIn({ ...own, entries: [{ key: 'mark/ping', value: 'failed', at: 40_000_000, seq: 0, by: 'KL' }] });
  expect([undo(), mark()]).toEqual(['unchanged', 'failed']);
});

test('a name that is given later signs what was entered here, and not what somebody else entered under the same key', async () => {
  const { markItem, noteItem, keepSeparate, takeIn, signEarlier, chooseRun, $own, saveRun } = await open();
  const signs = () =>
    $own
      .get()
      ?.entries.filter(({ by }) => by === 'KL')
      .map(({ key }) => key);
  markItem('ping', 'failed');
  noteItem('ping', 'Disk full');
  const mine = $own.get();
  // Two colleagues without a name: one sends a run of their own, the other one sends this run back.
  const tick = { key: 'mark/ping', value: 'done', at: 40_000_000, seq: 0, by: '' };
  keepSeparate({ ...own, id: '0badcafe', entries: [tick] });
  expect(signEarlier('KL')).toBe('unchanged');
  expect(signs()).toEqual([]);
  chooseRun(mine);
  takeIn({ ...own, entries: [tick] });
  expect(signEarlier('KL')).toBe('ok');
  expect(signs()).toEqual(['note/ping']);
  // It is kept, and nothing is left to sign.
  expect(saveRun(own).entries.filter(({ by }) => by === 'KL')).toHaveLength(1);
  expect(signEarlier('KL')).toBe('unchanged');
});

test('a run that was chosen from a list is shown as it is kept by then', async () => {
  const { chooseRun, saveRun, $own } = await open();
  const other = saveRun({ ...own, id: '0badcafe' });
  // Another tab goes on with it while the list is open.
  const later = { key: 'mark/pong', value: 'failed', at: 30, seq: 0, by: 'KL' };
  saveRun({ ...other, entries: [later] });
  chooseRun(other);
  expect($own.get()?.id).toBe('0badcafe');
  expect($own.get()?.entries).toContainEqual(later);
});

test('a deleted run comes back with what another tab entered before it was deleted', async () => {
  const { saveRun, deleteRun, undo, $own } = await open();
  const later = { key: 'title', value: 'v2', at: 30, seq: 0, by: 'KL' };
  saveRun({ ...own, entries: [later] });
  deleteRun();
  undo();
  expect($own.get()?.entries).toContainEqual(later);
});
