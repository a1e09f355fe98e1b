import { describe, expect, test } from 'vitest';
import type { Field } from '~/core/page/page';
import { readStructure } from '~/core/page/structure';
import { keys, type Entry } from '~/core/run/entry';
import { proposeTime } from '~/core/run/proposals';
import { makeItem, makePage } from '../arbitraries';

const section = (anchor: string, title: string) => ({ anchor, title, depth: 2, parent: '' });

const structure = readStructure(
  makePage({
    sections: [section('backup', 'Database backup'), section('deploy', 'Deploy the application')],
    items: [
      makeItem('dump', { text: 'Write the dump', section: 'backup' }),
      makeItem('copy', { text: 'Copy the dump to the second place', section: 'backup' }),
      makeItem('smoke', { text: 'Smoke test', section: 'deploy' }),
    ],
  }),
);

const marked = (item: string, at: number, value = 'done'): [string, Entry] => [
  keys.mark(item),
  { key: keys.mark(item), value, at, seq: 0, by: 'AB' },
];
const state = new Map([marked('dump', 100), marked('copy', 130, 'failed'), marked('smoke', 200)]);

const propose = (label: string, kind: Field['kind'] = 'time', run = state) =>
  proposeTime(structure, run, { id: 'field', label, kind, section: '', options: [] });

describe('[FD2] the time that is proposed for an empty field', () => {
  test('is that of the first or the last mark in the section that the row names, as its column asks', () => {
    expect(propose('Database backup, Start Time')).toBe(100);
    expect(propose('Database backup, End Time')).toBe(130);
    expect(propose('Database backup (full), Until')).toBe(130);
    expect(propose('Backup of the old database, Until')).toBeUndefined();
  });

  test('is that of an item which is more like the row than any section', () => {
    expect(propose('Smoke test, From')).toBe(200);
  });

  test('is none where nothing was marked there, or the mark was taken back', () => {
    const open = new Map([marked('dump', 100, 'todo'), marked('smoke', 200)]);
    expect(propose('Database backup, Start Time', 'time', open)).toBeUndefined();
  });

  test('is none for a row of other words, a column that asks for neither end, and a field of another kind', () => {
    expect(propose('Rollback, Start Time')).toBeUndefined();
    expect(propose('Database backup, Time')).toBeUndefined();
    expect(propose('Database backup, Start Time', 'text')).toBeUndefined();
  });
});
