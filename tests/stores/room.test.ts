import { beforeEach, expect, test, vi } from 'vitest';
import { makeItem, makePage } from '../core/arbitraries';
import { makeStorage } from './fake-storage';

const page = makePage({ items: [makeItem('ping')] });
const tick = { key: 'mark/ping', value: 'done', at: 40_000_000, seq: 0, by: 'KL' };

beforeEach(() => {
  vi.stubGlobal('localStorage', makeStorage());
  vi.resetModules();
});

test('what a room brings enters its run, shown or not, and does not bring back one that was deleted meanwhile', async () => {
  const [{ openPage, $own }, { openRoomRun, takeFromRoom }, { chooseRun, deleteRun }, { loadRun }] = await Promise.all([
    import('~/stores/run'),
    import('~/stores/room'),
    import('~/stores/acts'),
    import('~/stores/shelf'),
  ]);
  openPage(page);
  const run = openRoomRun('00c0ffee');
  const bring = (at: number) => takeFromRoom({ ...run, entries: [{ ...tick, at }] });
  const kept = () => loadRun(page.id, run.id)?.entries.length;
  bring(40_000_000);
  expect([$own.get()?.entries.length, kept()]).toEqual([1, 1]);
  chooseRun(undefined);
  bring(40_000_001);
  expect([$own.get(), kept()]).toEqual([undefined, 2]);
  chooseRun(run);
  expect(deleteRun()).toBe('ok');
  bring(40_000_002);
  expect([$own.get(), kept()]).toEqual([undefined, undefined]);
});
