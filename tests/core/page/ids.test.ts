import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifyFields, identifyItems, type Draft } from '~/core/page/ids';
import { slugOf } from '~/core/page/slug';
import { forAll } from '../law';

const draft = (text: string, headings: string[] = [], pinned?: string): Draft => ({ text, headings, pinned });
const identify = (drafts: Draft[], anchors: string[] = []) => identifyItems(drafts, new Set(anchors)).ids;

describe('slugs', () => {
  test.each([
    ['Rotate the API keys', 'rotate-the-api-keys'],
    ['  “Quoted” — & <b>bold</b>  ', 'quoted-b-bold-b'],
    ['خذ نسخة احتياطية', 'خذ-نسخة-احتياطية'],
    ['备份数据库', '备份数据库'],
    ['Überprüfen', 'überprüfen'],
    ['Cafe\u0301', 'café'],
    ['__proto__', 'proto'],
  ])('[IT1] the slug of "%s" is "%s"', (text, slug) => expect(slugOf(text)).toBe(slug));

  test('[IT1] text without letters still has a slug of its own', () => {
    expect(slugOf('🚀')).not.toBe(slugOf('🔥'));
    expect(slugOf('🚀')).toMatch(/^x-[0-9a-z]+$/);
  });

  test('[IT1] a long text is cut at a word and told from another with the same start', () => {
    const start = 'Check that every one of the replicas has caught up with the primary ';
    expect(slugOf(`${start} in Frankfurt`)).toMatch(
      /^check-that-every-one-of-the-replicas-has-caught-up-with-the-[0-9a-z]+$/,
    );
    expect(slugOf(`${start} in Frankfurt`)).not.toBe(slugOf(`${start} in Dublin`));
  });

  test('[IT1] a slug is its own slug and safe in an address', () =>
    forAll([fc.string({ unit: 'grapheme', maxLength: 200 })], (text) =>
      expect(slugOf(text)).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u),
    ));
});

describe('ids', () => {
  test('[IT2] a pinned id is the id', () => expect(identify([draft('Rotate', [], 'keys')])).toEqual(['keys']));

  test('[IT2] a pinned id that is taken, a heading or ill-formed is a clash', () => {
    const drafts = [draft('a', [], 'x'), draft('b', [], 'x'), draft('c', [], 'intro'), draft('d', [], 'a b')];
    expect(identifyItems(drafts, new Set(['intro'])).clashes).toEqual([
      { index: 1, id: 'x' },
      { index: 2, id: 'intro' },
      { index: 3, id: 'a b' },
    ]);
  });

  test('[IT3] twins under two headings are told apart by them, and none keeps the bare slug', () =>
    expect(identify([draft('Scale up', ['Deploy']), draft('Scale up', ['Roll back'])])).toEqual([
      'scale-up--deploy',
      'scale-up--roll-back',
    ]));

  test('[IT3] twins under headings of one name are told apart by the headings around them', () =>
    expect(identify([draft('Ping', ['Check', 'Web']), draft('Ping', ['Check', 'API'])])).toEqual([
      'ping--check--web',
      'ping--check--api',
    ]));

  test('[IT3] twins under one heading are numbered with how many they are', () =>
    expect(identify([draft('Ping', ['Web']), draft('Ping', ['Web']), draft('Ping', ['API'])])).toEqual([
      'ping--web--1-of-2',
      'ping--web--2-of-2',
      'ping--api',
    ]));

  test('[IT4] an item named as a heading gives way', () =>
    expect(identify([draft('Rollback', ['Plan'])], ['rollback', 'plan'])).toEqual(['rollback--plan']));

  const texts = fc.constantFrom('Ping', 'Scale up', 'Scale up!', 'Rollback', 'x'.repeat(90), '備份'.repeat(60), '🚀');
  const headings = fc.array(fc.constantFrom('Web', 'API', 'Rollback', '備份'.repeat(40)), { maxLength: 3 });
  const drafts = fc.array(
    fc.tuple(texts, headings).map(([text, around]) => draft(text, around)),
    { maxLength: 25 },
  );

  test('ids are unique, none is a heading’s, and each fits a link', () =>
    forAll([drafts], (all) => {
      const ids = identify(all, ['rollback', 'ping']);
      expect(new Set([...ids, 'rollback', 'ping']).size).toBe(ids.length + 2);
      for (const id of ids) expect(new TextEncoder().encode(id).length).toBeLessThanOrEqual(200);
    }));

  test('[IT5] an item added elsewhere leaves the others’ ids alone', () =>
    forAll([drafts, fc.nat()], (all, place) => {
      const at = place % (all.length + 1);
      const grown = [...all.slice(0, at), draft('Something new', ['Web']), ...all.slice(at)];
      expect(identify(grown).toSpliced(at, 1)).toEqual(identify(all));
    }));
});

describe('fields', () => {
  test('[FD1] a field is named by table, row and column, and numbered when the same comes twice', () => {
    const field = { heading: 'Contacts', row: 'Lead', column: 'Name' };
    expect(identifyFields([field, { ...field, column: 'Phone' }])).toEqual([
      'contacts--lead--name',
      'contacts--lead--phone',
    ]);
    expect(identifyFields([field, field])).toEqual(['contacts--lead--name--1-of-2', 'contacts--lead--name--2-of-2']);
  });
});
