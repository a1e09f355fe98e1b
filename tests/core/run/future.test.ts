import { describe, expect, test } from 'vitest';
import { splitFuture, takeAsOfNow } from '~/core/run/future';
import { orderEntries, stateOf, valueOf, type Run } from '~/core/run/run';

const day = 24 * 60;
const now = 1000;
const run: Run = {
  id: '00c0ffee',
  page: 'p',
  start: 0,
  entries: orderEntries([
    { key: 'mark/ping', value: 'failed', at: 10, seq: 0, by: 'AB' },
    { key: 'mark/ping', value: 'todo', at: now + 2 * day, seq: 0, by: 'KL' },
    { key: 'mark/ping', value: 'done', at: now + 3 * day, seq: 0, by: 'KL' },
    { key: 'note/ping', value: 'late', at: now + day, seq: 0, by: 'KL' },
  ]),
};

describe('entries of the future', () => {
  test('are those of more than a day ahead', () => {
    const split = splitFuture(run, now);
    expect(split.run.entries.map(({ value }) => value)).toEqual(['failed', 'late']);
    expect(split.future.map(({ value }) => value)).toEqual(['todo', 'done']);
  });

  test('are taken as of now in their order: what was said last still holds', () => {
    const split = splitFuture(run, now);
    const taken = takeAsOfNow(split.run, split.future, now);
    expect(valueOf(stateOf(taken), 'mark/ping')).toBe('done');
    expect(taken.entries.filter(({ by }) => by === 'KL')).toMatchObject([
      { value: 'todo', at: now, seq: 0 },
      { value: 'done', at: now, seq: 1 },
      { value: 'late', at: now + day },
    ]);
  });
});
