import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecord, readRecord, writeRecord } from '~/core/run/record';
import { run } from '../arbitraries';
import { forAll } from '../law';

const record = { format: 1, id: '00c0ffee', page: 'runbooks/release', start: 29_000_000, entries: [] };
const entry = ['mark/deploy', 'done', 29_000_000, 0, 'AB'];

describe('records', () => {
  test('[RC1] what was written is what is read', () =>
    forAll([run], (a) => expect(parseRecord(JSON.stringify(writeRecord(a)))).toEqual({ ok: true, value: a })));

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
    ['bad-entry', JSON.stringify({ ...record, entries: [entry, ['mark/deploy', 'exploded', 1, 0, '']] })],
    ['bad-entry', JSON.stringify({ ...record, entries: [['note/deploy', 7, 1, 0, '']] })],
    ['bad-entry', JSON.stringify({ ...record, entries: [['note/deploy', 'x', 1.5, 0, '']] })],
    ['bad-entry', JSON.stringify({ ...record, entries: [null] })],
  ])('[RC1] refuses as %s: %s', (reason, text) => expect(parseRecord(text)).toEqual({ ok: false, reason }));

  test('[RC1] anything at all is read or refused, never thrown', () =>
    forAll([fc.anything()], (value) => expect(readRecord(value)).toHaveProperty('ok')));

  test('[RN8] an entry of a kind that a later version writes is kept', () => {
    const read = readRecord({ ...record, entries: [['photo/deploy', 'x', 29_000_000, 0, 'AB']] });
    expect(read).toMatchObject({ ok: true, value: { entries: [{ key: 'photo/deploy' }] } });
  });
});
