import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecord, readRecord, writeRecord } from '~/core/run/record';
import { run } from '../arbitraries';
import { forAll } from '../law';

const record = { format: 1, id: '00c0ffee', page: 'runbooks/release', start: 29_000_000, entries: [] };
const entry = ['mark/deploy', 'done', 29_000_000, 0, 'AB'];

describe('records', () => {
  test('[RC1] what was written is what is read', () =>
    forAll([run], (a) =>
      expect(parseRecord(JSON.stringify(writeRecord(a)))).toEqual({ ok: true, value: { run: a, refused: 0 } }),
    ));

  test.each([
    ['not-json', '{"format":1,'],
    ['not-json', ''],
    ['not-a-run', 'null'],
    ['not-a-run', '[]'],
    ['not-a-run', '{"__proto__":{"format":1}}'],
    ['not-a-run', JSON.stringify({ ...record, id: '../../etc' })],
    ['not-a-run', JSON.stringify({ ...record, start: -1 })],
    ['not-a-run', JSON.stringify({ ...record, start: 1e300 })],
    ['not-a-run', JSON.stringify({ ...record, entries: {} })],
    ['newer', JSON.stringify({ ...record, format: 2 })],
    ...[
      ...['', '/', '/evil.test', '//evil.test', 'evil.test', 'runbooks', 'runbooks/', '/runbooks/release', 'guides//a'],
      ...[
        'runbooks/..',
        'runbooks/../../etc',
        './runbooks/a',
        'runbooks/./a',
        'runbooks\\a',
        'runbooks/\ud800',
        'Runbooks/a',
      ],
      ...['https://evil.test/runbooks/a', 'javascript:alert(1)', '__proto__'],
    ].map((page) => ['not-a-page', JSON.stringify({ ...record, page })] as [string, string]),
  ])('[RC1] refuses as %s: %s', (reason, text) => expect(parseRecord(text)).toEqual({ ok: false, reason }));

  test.each([
    'runbooks/a',
    'guides/a/b',
    'runbooks/..a',
    'runbooks/a.b',
    'runbooks/c#|?%',
    'guides/نسخة',
    'runbooks/👩‍🚒',
  ])('[RC4] knows the page %s', (page) =>
    expect(readRecord({ ...record, page })).toMatchObject({ ok: true, value: { run: { page } } }),
  );

  test.each([
    [['mark/deploy', 'exploded', 1, 0, '']],
    [['note/deploy', 7, 1, 0, '']],
    [['note/deploy', 'x', 1.5, 0, '']],
    [['note/deploy', 'x', 1, 2 ** 26, '']],
    [['note/deploy', 'x', -1, 0, '']],
    [null],
    [{}],
  ])('[RC2] one entry that is none costs no other: %j', (bad) => {
    const read = readRecord({ ...record, entries: [bad, entry, bad] });
    const [key, value, at, seq, by] = entry;
    expect(read).toEqual({
      ok: true,
      value: {
        run: { id: record.id, page: record.page, start: record.start, entries: [{ key, value, at, seq, by }] },
        refused: 2,
      },
    });
  });

  test('[RC1] anything at all is read or refused, never thrown', () =>
    forAll([fc.anything()], (value) => expect(readRecord(value)).toHaveProperty('ok')));

  test('[RN8] an entry of a kind that a later version writes is kept', () => {
    const read = readRecord({ ...record, entries: [['photo/deploy', 'x', 29_000_000, 0, 'AB']] });
    expect(read).toMatchObject({ ok: true, value: { run: { entries: [{ key: 'photo/deploy' }] } } });
  });
});
