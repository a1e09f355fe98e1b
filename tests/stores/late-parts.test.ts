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
  const wrong = ['{"run":', '[]', 'null', '7', { ...parts, banners: null }, { ...parts, alarm: 7 }, { run: 'a' }];
  for (const written of wrong) {
    const text = typeof written === 'string' ? written : JSON.stringify({ ...written, width: innerWidth });
    for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, text);
    expect(recallLateParts('a')).toBeUndefined();
  }
});
