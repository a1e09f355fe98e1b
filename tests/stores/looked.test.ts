import { beforeEach, expect, test, vi } from 'vitest';
import type { Run } from '~/core/run/run';
import { makePage } from '../core/arbitraries';
import { makeStorage } from './fake-storage';

const page = makePage({ items: [] });
const typed = { key: 'field/value.host', value: 'db1' };

/** A browser of its own: the modules keep state. */
async function open() {
  vi.resetModules();
  const [run, enter, acts, list, looked, traces, beginnings] = await Promise.all([
    import('~/stores/run'),
    import('~/stores/enter'),
    import('~/stores/acts'),
    import('~/stores/run-list'),
    import('~/stores/looked'),
    import('~/stores/forget-traces'),
    import('~/stores/beginnings'),
  ]);
  run.openPage(page);
  return { ...run, ...enter, ...acts, ...list, ...looked, ...traces, ...beginnings };
}

beforeEach(() => {
  vi.stubGlobal('localStorage', makeStorage());
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
});

test('a run that takes over the values of another one claims of none that it came from elsewhere, from its first view on', async () => {
  const { enter, startRun, duplicateListed, noteLooked, hasLooked, $own, $view } = await open();
  enter([typed]);
  const first = $own.get() as Run;
  noteLooked(first, [['host', 'db1']]);
  const seen: boolean[] = [];
  $view.listen(({ run }) => run && run.entries.length > 0 && seen.push(hasLooked(run)('host', 'db1')));
  startRun([typed, { key: 'field/value.zone', value: 'eu' }]);
  expect($own.get()?.id).not.toBe(first.id);
  expect(seen).toEqual([true]);
  const fresh = duplicateListed($own.get() as Run);
  expect(hasLooked(fresh)('host', 'db1')).toBe(true);
  expect(hasLooked(fresh)('zone', 'eu')).toBe(false);
});

test('nothing is kept beside a run that was deleted, once a page opens anew; what belongs to others is', async () => {
  const { enter, deleteRun, noteLooked, noteBeginning, forgetTraces, startRun, $own } = await open();
  const note = () => {
    noteLooked($own.get() as Run, [['host', 'db1']]);
    noteBeginning($own.get() as Run, 7);
  };
  enter([typed]);
  note();
  startRun([typed]);
  note();
  localStorage.setItem('runsheet|/docs/|looked|a|1', '[]');
  const traces = () => Object.keys(localStorage).filter((key) => /\|(looked|began)\|/.test(key)).length;
  expect(traces()).toBe(5);
  deleteRun();
  forgetTraces();
  expect(traces()).toBe(3);
});
