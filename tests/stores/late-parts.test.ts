// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { recallLateParts, rememberLateParts } from '~/stores/late-parts';

const parts = { run: 'a', width: innerWidth, bar: 172, alarm: 'Rollback is on', banners: { rollback: 140 } };

beforeEach(() => sessionStorage.clear());

test('what came late to a page is remembered for its run and the width of its window', () => {
  rememberLateParts(parts);
  expect(recallLateParts('a')).toEqual(parts);
  expect(recallLateParts('b')).toBeUndefined();
  rememberLateParts({ ...parts, width: innerWidth + 1 });
  expect(recallLateParts('a')).toBeUndefined();
});

test('what is forgotten or cannot be read is no room at all', () => {
  rememberLateParts(parts);
  rememberLateParts(undefined);
  expect(recallLateParts('a')).toBeUndefined();
  rememberLateParts(parts);
  for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, '{"run":');
  expect(recallLateParts('a')).toBeUndefined();
});
