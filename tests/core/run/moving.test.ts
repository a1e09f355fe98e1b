import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStructure } from '~/core/page/structure';
import { describeEnding } from '~/core/run/describe-ending';
import { findEnd } from '~/core/run/ending';
import type { Entry } from '~/core/run/entry';
import { findGone } from '~/core/run/gone';
import { moveEntries } from '~/core/run/moving';
import { addEntries, stateOf, valueOf, type Run } from '~/core/run/run';
import { itemIds, makeItem, makePage, run } from '../arbitraries';
import { forAll } from '../law';

const entry = (key: string, value: string, rest: Partial<Entry> = {}): Entry => ({
  key,
  value,
  at: 5,
  seq: 0,
  by: 'AB',
  ...rest,
});
const made = (...entries: Entry[]): Run => ({ id: '00c0ffee', page: 'p', start: 0, entries });

describe('moving a tick to a reworded item', () => {
  const item = fc.constantFrom(...itemIds);

  test('[RW2] the new item then says what the old one says, which stays in the run', () =>
    forAll([run, item, item, fc.nat(30_000_000)], (before, gone, to, now) => {
      const after = addEntries(before, moveEntries(before, gone, to, now));
      expect(after.entries).toEqual(expect.arrayContaining([...before.entries]));
      for (const kind of ['mark', 'note']) {
        const old = valueOf(stateOf(before), `${kind}/${gone}`);
        if (old !== '' && old !== 'todo') expect(valueOf(stateOf(after), `${kind}/${to}`)).toBe(old);
      }
    }));

  test('[RW2] it keeps by whom and when, so that two who move it do the same', () => {
    const before = made(entry('mark/old', 'done'), entry('note/old', 'x', { at: 6, by: 'KL' }));
    const moved = [entry('mark/new', 'done'), entry('note/new', 'x', { at: 6, by: 'KL' })];
    expect(moveEntries(before, 'old', 'new', 90)).toEqual(moved);
    expect(moveEntries(before, 'old', 'new', 91)).toEqual(moved);
  });

  test('[RW2] what the new item said later is followed', () =>
    expect(
      moveEntries(made(entry('mark/old', 'done'), entry('mark/new', 'failed', { at: 9 })), 'old', 'new', 90),
    ).toEqual([entry('mark/new', 'done', { at: 90 })]));

  test('[RW2] what says nothing is not moved', () =>
    expect(moveEntries(made(entry('mark/old', 'todo'), entry('note/old', '')), 'old', 'new', 90)).toEqual([]));
});

const structure = readStructure(
  makePage({
    sections: [
      { anchor: 'steps', title: 'Steps', depth: 2, parent: '' },
      { anchor: 'rollback', title: 'Rollback', depth: 2, parent: '' },
    ],
    items: [
      makeItem('deploy', { section: 'steps' }),
      makeItem('verify', { section: 'steps' }),
      makeItem('broken', { section: 'rollback' }),
      makeItem('restore', { section: 'rollback' }),
    ],
    fields: [{ id: 'lead', label: 'Lead', kind: 'text', section: 'steps', options: [] }],
    contingencies: [{ section: 'rollback', triggers: ['broken'] }],
    holds: [{ after: 'steps', roles: ['Lead'] }],
  }),
);
const state = (values: Record<string, string>) =>
  stateOf(made(...Object.entries(values).map(([key, value]) => entry(key, value))));

describe('what is no longer in the checklist', () => {
  test('[RN9] is what still says something of an item, field or hold that the page does not have', () => {
    const gone = { 'mark/old': 'failed', 'note/old': 'x', 'field/old': 'x', 'hold/steps/DBA': 'go' };
    const silent = { 'mark/older': 'todo', 'note/older': '', 'field/older': '' };
    const there = { 'mark/deploy': 'done', 'note/deploy': 'x', 'field/lead': 'x', 'hold/steps/Lead': 'go', title: 'x' };
    expect(findGone(structure, state({ ...there, ...gone, ...silent })).map(({ key }) => key)).toEqual(
      Object.keys(gone),
    );
  });
});

describe('ending a run', () => {
  test.each<[string, Record<string, string>, object]>([
    ['complete', { 'mark/deploy': 'done', 'mark/verify': 'skipped' }, { items: 2, open: [], failed: 0 }],
    ['complete-with-failed', { 'mark/deploy': 'done', 'mark/verify': 'failed' }, { items: 2, open: [], failed: 1 }],
    ['open', { 'mark/deploy': 'failed' }, { items: 2, open: ['verify'], failed: 1 }],
    [
      'open',
      { 'mark/deploy': 'done', 'mark/verify': 'todo', 'mark/broken': 'done' },
      { items: 3, open: ['restore', 'verify'], failed: 0 },
    ],
    [
      'complete-with-failed',
      { 'mark/deploy': 'done', 'mark/verify': 'done', 'mark/broken': 'done', 'mark/restore': 'failed' },
      { items: 3, open: [], failed: 1 },
    ],
  ])('[EN1] is %s after %j', (kind, values, rest) => {
    const { open, ...ending } = describeEnding(structure, state(values));
    expect({ ...ending, open: open.map(({ id }) => id) }).toEqual({ kind, ...rest });
  });

  test('[EN2] a run has ended while its end says so', () => {
    expect(findEnd(state({ end: 'ended' }))?.by).toBe('AB');
    expect(findEnd(state({ end: '' }))).toBeUndefined();
    expect(findEnd(state({}))).toBeUndefined();
  });
});
