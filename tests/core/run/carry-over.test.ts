import { expect, test } from 'vitest';
import { carryOver } from '~/core/run/carry-over';
import { keys } from '~/core/run/entry';
import { stateOf, type Run } from '~/core/run/run';

const facts = [
  [keys.title, 'v1'],
  [keys.field('build'), '17'],
  [keys.field('notes'), 'was typed by mistake'],
  [keys.field('notes'), ''],
  [keys.mark('ping'), 'done'],
  [keys.note('ping'), 'slow'],
  [keys.end, 'ended'],
] as const;

test('of a run a fresh one takes over its title and the fields that are filled in, and nothing else', () => {
  const entries = facts.map(([key, value], seq) => ({ key, value, at: 29_000_000, seq, by: 'Ada' }));
  const run: Run = { id: '00c0ffee', page: 'runbooks/release', start: 29_000_000, entries };
  expect(carryOver(stateOf(run))).toEqual([
    { key: keys.title, value: 'v1' },
    { key: keys.field('build'), value: '17' },
  ]);
});
