import { beforeEach, expect, test, vi } from 'vitest';
import { reserveRuns } from '~/client/inline/reserve-runs';
import { makeStorage } from '../stores/fake-storage';

const prefix = 'runsheet|/|';
const place = { dataset: {} as Record<string, string>, style: { setProperty: vi.fn() } };
const keep = (key: string, ...entries: unknown[]) => localStorage.setItem(prefix + key, JSON.stringify({ entries }));

beforeEach(() => {
  place.dataset = {};
  vi.stubGlobal('localStorage', makeStorage());
  vi.stubGlobal('document', { getElementById: () => place });
});

test('the home page keeps room for the runs under way: not for ended ones, nor for what cannot be read', () => {
  const tick = ['mark/ping', 'done', 1, 0, ''];
  keep('run|a|1', tick);
  keep('run|a|2', tick, ['end', 'ended', 2, 0, '']);
  keep('run|a|3', tick, ['end', 'ended', 2, 0, ''], ['end', '', 3, 0, '']);
  keep('run|a|4');
  keep('shown|a', tick);
  localStorage.setItem(`${prefix}run|a|5`, '{"cut');
  reserveRuns(prefix, 5);
  expect(place.dataset).toEqual({ runs: '2', kept: '5' });
  reserveRuns(prefix, 1);
  expect(place.dataset.runs).toBe('1');
});

test('it keeps none for who has none, or where storage is forbidden', () => {
  reserveRuns(prefix, 5);
  expect(place.dataset).toEqual({ runs: '0', kept: '0' });
  vi.stubGlobal('localStorage', undefined);
  reserveRuns(prefix, 5);
  expect(place.dataset).toEqual({ runs: '0', kept: '0' });
});
