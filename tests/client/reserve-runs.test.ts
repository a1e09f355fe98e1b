import { beforeEach, expect, test, vi } from 'vitest';
import { reserveRuns } from '~/client/inline/reserve-runs';
import { makeStorage } from '../stores/fake-storage';

const prefix = `runsheet|${import.meta.env.BASE_URL}|`;
const place = { dataset: {} as Record<string, string>, style: { setProperty: vi.fn() } };
const reserve = () => reserveRuns(place as unknown as HTMLElement);
const keep = (page: string, n: number, ...entries: unknown[]) => {
  const id = `0000000${n}`;
  localStorage.setItem(`${prefix}run|${page}|${id}`, JSON.stringify({ format: 1, id, page, start: 1, entries }));
};

beforeEach(() => {
  place.dataset = { most: '5' };
  vi.stubGlobal('localStorage', makeStorage());
});

test('the home page keeps room for the runs under way: not for ended ones, nor for what cannot be read', () => {
  const tick = ['mark/ping', 'done', 1, 0, ''];
  keep('runbooks/a', 1, tick);
  keep('runbooks/a', 2, tick, ['end', 'ended', 2, 0, '']);
  keep('runbooks/a', 3, tick, ['end', 'ended', 2, 0, ''], ['end', '', 3, 0, '']);
  keep('runbooks/a', 4);
  localStorage.setItem(`${prefix}shown|runbooks/a`, '00000001');
  localStorage.setItem(`${prefix}run|runbooks/a|00000005`, '{"cut');
  reserve();
  expect(place.dataset).toEqual({ runs: '2', kept: '5', most: '5' });
  place.dataset.most = '1';
  reserve();
  expect(place.dataset.runs).toBe('1');
});

test('it keeps none for who has none, or where storage is forbidden', () => {
  reserve();
  expect(place.dataset).toEqual({ runs: '0', kept: '0', most: '5' });
  vi.stubGlobal('localStorage', undefined);
  reserve();
  expect(place.dataset).toEqual({ runs: '0', kept: '0', most: '5' });
});
