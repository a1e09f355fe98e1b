import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStructure } from '~/core/page/structure';
import { planImport, revertEntries } from '~/core/exchange/plan-import';
import { addEntries, mergeRuns, orderEntries, stateOf, type Run } from '~/core/run/run';
import { emptyView } from '~/core/run/view';
import { makeItem, makePage, run } from '../arbitraries';
import { forAll } from '../law';

const made = (id: string, ...facts: [key: string, value: string, at: number][]): Run => ({
  id,
  page: 'runbooks/release',
  start: 1,
  entries: orderEntries(facts.map(([key, value, at]) => ({ key, value, at, seq: 0, by: 'AB' }))),
});
const { structure } = emptyView;
const mine = made('aaaaaaaa', ['mark/ping', 'done', 5]);

describe('an import', () => {
  test('[EX12] adds what is not there, merges what is, and leaves alone what is there already', () => {
    const grown = made('aaaaaaaa', ['mark/ping', 'failed', 9], ['mark/pong', 'done', 3]);
    const other = made('bbbbbbbb', ['mark/ping', 'done', 2]);
    expect(planImport([mine], [other])).toMatchObject([{ kind: 'new', added: 1, run: other }]);
    expect(planImport([mine], [grown])).toMatchObject([{ kind: 'merge', added: 2, changed: 2, before: mine }]);
    expect(planImport([mine], [mine])).toMatchObject([{ kind: 'same', added: 0, run: mine }]);
  });

  test('[EX12] tells runs of one id on two pages apart', () => {
    expect(planImport([mine], [{ ...mine, page: 'runbooks/other' }])).toMatchObject([{ kind: 'new' }]);
  });

  test('[EX12] takes a run that comes twice once, with all that both say', () => {
    const twin = made('bbbbbbbb', ['mark/pong', 'done', 2]);
    const other = made('bbbbbbbb', ['mark/ping', 'done', 2]);
    expect(planImport([], [twin, other])).toMatchObject([{ kind: 'new', added: 2, run: mergeRuns(twin, other) }]);
  });

  test('[EX12] says nothing is new exactly where merging changes nothing', () => {
    forAll([run, run], (a, b) => {
      const theirs = { ...b, id: a.id, page: a.page };
      const [step] = planImport([a], [theirs]);
      const merged = mergeRuns(a, theirs);
      expect(step?.run).toEqual(merged);
      expect(step?.kind === 'same').toBe(JSON.stringify(merged) === JSON.stringify(a));
    });
  });

  test('[EX12] is taken back by entries that say again what was said before', () => {
    forAll([run, run, fc.nat(2 ** 25)], (a, b, now) => {
      const merged = mergeRuns(a, b);
      const reverted = addEntries(
        merged,
        revertEntries({ structure, before: a, after: merged }, merged, { by: 'AB', now }),
      );
      const before = stateOf(a);
      for (const [key, { value }] of stateOf(reverted)) {
        expect(value).toBe(before.get(key)?.value ?? (key.startsWith('mark/') ? 'todo' : ''));
      }
      expect(mergeRuns(reverted, merged)).toEqual(reverted);
    });
  });

  test('[EX12] what somebody changed after an import stays when it is taken back', () => {
    const [before, theirs] = [made('aaaaaaaa', ['mark/ping', 'done', 2]), made('aaaaaaaa', ['mark/ping', 'failed', 3])];
    const merged = mergeRuns(before, theirs);
    const later = mergeRuns(merged, made('aaaaaaaa', ['mark/ping', 'skipped', 4], ['mark/pong', 'done', 4]));
    const takeBack = (kept: Run) => revertEntries({ structure, before, after: merged }, kept, { by: 'AB', now: 5 });
    expect(takeBack(later)).toEqual([]);
    expect(takeBack(merged)).toMatchObject([{ key: 'mark/ping', value: 'done', at: 5 }]);
  });

  test('[EX12] what nobody had marked shows the mark of its source again', () => {
    const ticked = readStructure(makePage({ items: [makeItem('ping', { initial: 'done' }), makeItem('pong')] }));
    const before = made('aaaaaaaa', ['title', 'Night', 2]);
    const after = mergeRuns(before, made('aaaaaaaa', ['mark/ping', 'failed', 3], ['mark/pong', 'failed', 3]));
    const entries = revertEntries({ structure: ticked, before, after }, after, { by: 'AB', now: 5 });
    expect(entries).toMatchObject([
      { key: 'mark/ping', value: 'done' },
      { key: 'mark/pong', value: 'todo' },
    ]);
  });
});
