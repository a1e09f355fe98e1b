import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePage } from '~/core/page/page-file';
import { makeItem, makePage } from '../arbitraries';
import { page } from '../exchange/pages';
import { forAll } from '../law';

describe('a page’s file', () => {
  test('gives the page back that it was made from', () => {
    forAll([page], (made) => {
      expect(decodePage(JSON.parse(JSON.stringify(made)))).toEqual({ ok: true, value: made });
    });
  });

  test.each([
    undefined,
    null,
    [],
    '<!doctype html>',
    { ...makePage({}), title: 1 },
    { ...makePage({}), items: [{ ...makeItem('ping'), initial: 'maybe' }] },
    { ...makePage({}), items: [{ ...makeItem('ping'), list: '0' }] },
    { ...makePage({}), fields: [{ id: 'lead' }] },
    { ...makePage({}), holds: [{ after: 'steps', roles: 'Lead' }] },
    { ...makePage({}), contingencies: undefined },
  ])('is refused where it is anything else: %j', (value) => {
    expect(decodePage(value)).toEqual({ ok: false, reason: 'not-a-page' });
  });

  test('never throws, whatever it is given', () => {
    forAll([fc.jsonValue()], (value) => {
      expect(decodePage(value).ok).toBe(false);
    });
  });
});
