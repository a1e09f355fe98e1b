import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marks, type Mark } from '~/core/page/page';
import { readStructure, type Structure } from '~/core/page/structure';
import { findAlarms, tickedTriggers } from '~/core/run/contingency';
import { findLeftOpen } from '~/core/run/left-open';
import { keys, type Entry } from '~/core/run/entry';
import { judgeHold } from '~/core/run/holds';
import { deriveMark, showMarks } from '~/core/run/marks';
import { countMarks, countRun } from '~/core/run/progress';
import { countSections, describeCount, membersOf } from '~/core/run/section-progress';
import { keepCounts } from '~/core/run/keep-counts';
import { addEntries, orderEntries, type Run, type State } from '~/core/run/run';
import { currentNumber } from '~/core/run/step-number';
import { changedItems, viewRun, type View } from '~/core/run/view';
import { makeItem, makePage } from '../arbitraries';
import { forAll } from '../law';

const release = readStructure(
  makePage({
    sections: [
      { anchor: 'prepare', title: 'Prepare', depth: 2, parent: '' },
      { anchor: 'steps', title: 'Steps', depth: 2, parent: '' },
      { anchor: 'rollback', title: 'Rollback', depth: 3, parent: 'steps' },
      { anchor: 'triggers', title: 'Triggers', depth: 4, parent: 'rollback' },
    ],
    items: [
      makeItem('checks', { section: 'prepare' }),
      makeItem('lint', { section: 'prepare', parent: 'checks' }),
      makeItem('unit', { section: 'prepare', parent: 'checks' }),
      makeItem('deploy', { section: 'steps', list: 1, ordered: true, number: 1, lastNumber: 4 }),
      makeItem('migrate', { section: 'steps', list: 1, ordered: true, number: 3, lastNumber: 4 }),
      makeItem('verify', { section: 'steps', list: 1, ordered: true, number: 4, lastNumber: 4 }),
      makeItem('restore', { section: 'rollback', list: 2, ordered: true }),
      makeItem('broken', { section: 'triggers', list: 3 }),
      makeItem('slow', { section: 'triggers', list: 3 }),
    ],
    contingencies: [{ section: 'rollback', triggers: ['triggers'] }],
    holds: [{ after: 'prepare', roles: ['Lead', 'DBA'] }],
  }),
);

const stateWith = (values: Record<string, string>, at = 100): State =>
  new Map(
    Object.entries(values).map(([key, value], i): [string, Entry] => [
      key,
      { key, value, at: at + i, seq: 0, by: 'AB' },
    ]),
  );
const marked = (values: Record<string, Mark>) =>
  stateWith(Object.fromEntries(Object.entries(values).map(([item, mark]) => [keys.mark(item), mark])));
const shown = (values: Record<string, Mark>) => showMarks(release, marked(values));

describe('groups', () => {
  test.each<[Mark[], string]>([
    [['done', 'skipped'], 'done'],
    [['skipped', 'skipped'], 'skipped'],
    [['todo', 'todo'], 'todo'],
    [['done', 'todo'], 'mixed'],
    [['skipped', 'todo'], 'mixed'],
    [['done', 'failed'], 'mixed'],
    [['failed', 'failed'], 'mixed'],
  ])('[GR1] a group of %j shows as %s', (beneath, mark) => expect(deriveMark(beneath)).toBe(mark));

  test('[GR1] a group on the page follows its items', () => {
    expect(shown({ lint: 'done' }).get('checks')).toBe('mixed');
    expect(shown({ lint: 'done', unit: 'skipped' }).get('checks')).toBe('done');
  });
});

describe('progress', () => {
  test('[PR1] groups, triggers and the contingency do not count', () =>
    expect(countRun(release, shown({}))).toEqual({ total: 5, done: 0, failed: 0, open: 5, skipped: 0 }));

  test('[PR2] what is skipped leaves the total, what failed stays', () =>
    expect(countRun(release, shown({ lint: 'done', unit: 'skipped', deploy: 'failed' }))).toEqual({
      total: 4,
      done: 1,
      failed: 1,
      open: 2,
      skipped: 1,
    }));

  test('[PR2] it is always within 0..total and adds up', () =>
    forAll([fc.dictionary(fc.constantFrom(...release.items.keys()), fc.constantFrom(...marks))], (values) => {
      const { total, done, failed, open, skipped } = countRun(release, shown(values));
      expect(done + failed + open).toBe(total);
      expect(total + skipped).toBe(5);
      expect(Math.min(total, done, failed, open, skipped)).toBeGreaterThanOrEqual(0);
    }));

  test('[PR3] a section counts neither the contingency beneath it nor triggers', () => {
    const sections = countSections(release, shown({ deploy: 'done', broken: 'done' }));
    expect(sections.get('steps')).toMatchObject({ total: 3, done: 1 });
    expect(sections.get('rollback')).toMatchObject({ total: 1, done: 0 });
    expect(sections.get('triggers')).toMatchObject({ total: 0, done: 0 });
  });

  test('[PR3] a section is done where something in it was done, and not applicable where nothing was', () => {
    const words = { done: 'Done', skipped: 'Not applicable' };
    const tell = (marked: Record<string, Mark>) =>
      describeCount(countSections(release, shown(marked)).get('rollback') ?? expect.fail(), words);
    expect(tell({})).toBe('0/1');
    expect(tell({ restore: 'failed' })).toBe('0/1');
    expect(tell({ restore: 'done' })).toBe('Done');
    expect(tell({ restore: 'skipped' })).toBe('Not applicable');
  });
});

/** A run that says so, an entry a minute. */
const runWith = (values: Record<string, string>): Run => ({
  id: '00c0ffee',
  page: 'runbooks/release',
  start: 100,
  entries: orderEntries([...stateWith(values).values()]),
});
const viewOf = (structure: Structure, values: Record<string, Mark>): View =>
  viewRun(structure, runWith(Object.fromEntries(Object.entries(values).map(([id, mark]) => [keys.mark(id), mark]))));

describe('order', () => {
  const current = (values: Record<string, Mark>) => viewOf(release, values).current?.id;

  test('[RN6] a list that nobody began has no current step', () => expect(current({})).toBeUndefined());

  test('[RN6] where Next is in no numbered list, the list that was worked on last has the current step', () => {
    expect(current({ deploy: 'done' })).toBe('migrate');
    expect(current({ deploy: 'done', migrate: 'failed' })).toBe('verify');
  });

  test('[NU1] the number of a step is its author’s', () => {
    expect(currentNumber(viewOf(release, { deploy: 'done' }))).toEqual({ n: 3, total: 4 });
    expect(currentNumber(viewOf(release, {}))).toBeUndefined();
  });

  test('[RN6] ticking ahead names what is left open', () => {
    const item = release.items.get('verify') ?? makeItem('verify');
    expect(findLeftOpen(release, shown({ deploy: 'done' }), item).map(({ id }) => id)).toEqual(['migrate']);
    expect(findLeftOpen(release, shown({ deploy: 'done', migrate: 'skipped' }), item)).toEqual([]);
  });

  test('[RN6] a step with parts is current, and left open, while a part of it is open', () => {
    const move = readStructure(
      makePage({
        items: [
          makeItem('prepare', { list: 1, ordered: true }),
          makeItem('move', { list: 1, ordered: true }),
          makeItem('first-node', { list: 2, parent: 'move' }),
          makeItem('second-node', { list: 2, parent: 'move' }),
          makeItem('tidy', { list: 1, ordered: true }),
          makeItem('sweep', { list: 3, ordered: true, parent: 'tidy' }),
        ],
      }),
    );
    const marks = (values: Record<string, Mark>) => showMarks(move, marked(values));
    const currentOf = (values: Record<string, Mark>) => viewOf(move, values).current?.id;
    const leftOpen = (id: string, values: Record<string, Mark>) =>
      findLeftOpen(move, marks(values), move.items.get(id) ?? makeItem(id)).map((item) => item.id);
    expect(currentOf({ prepare: 'done' })).toBe('move');
    expect(currentOf({ prepare: 'done', 'first-node': 'done' })).toBe('move');
    expect(currentOf({ prepare: 'done', 'first-node': 'done', 'second-node': 'failed' })).toBe('sweep');
    expect(leftOpen('sweep', { 'first-node': 'done' })).toEqual(['prepare', 'move']);
    expect(leftOpen('first-node', { prepare: 'done' })).toEqual([]);
  });
});

describe('contingencies', () => {
  test('[CT1] a ticked trigger turns it on and is named with its entry', () => {
    const [alarm] = findAlarms(release, marked({ slow: 'done', broken: 'done' }));
    expect(alarm).toMatchObject({ section: 'rollback', trigger: { id: 'slow' }, entry: { by: 'AB', at: 100 } });
  });

  test.each(['todo', 'skipped', 'failed'] as const)('[CT2] a trigger that is %s does not', (mark) => {
    expect(findAlarms(release, marked({ slow: mark }))).toEqual([]);
    expect(tickedTriggers(release, marked({ slow: mark }), 'rollback')).toEqual([]);
  });
});

describe('holds', () => {
  const [hold] = release.page.holds;
  const judge = (lead: string, dba: string) =>
    hold && judgeHold(stateWith({ [keys.hold('prepare', 'Lead')]: lead, [keys.hold('prepare', 'DBA')]: dba }), hold);

  test.each([
    ['go', 'go', 'go'],
    ['go', '', 'waiting'],
    ['', '', 'waiting'],
    ['go', 'no-go', 'no-go'],
    ['no-go', '', 'no-go'],
    ['GO', 'go', 'waiting'],
  ])('[HD1] %s and %s is %s', (lead, dba, verdict) => expect(judge(lead, dba)).toBe(verdict));
});

describe('what changes between two views', () => {
  const facts = fc.array(
    fc.record({
      item: fc.constantFrom(...release.leaves.map(({ id }) => id)),
      mark: fc.option(fc.constantFrom(...marks), { nil: undefined }),
      note: fc.constantFrom('', 'Lock timeout'),
      at: fc.integer({ min: 100, max: 102 }),
    }),
    { maxLength: 8 },
  );
  const run = fc.tuple(facts, fc.constantFrom(40, 100)).map(([all, start]) => ({
    id: '00c0ffee',
    page: 'runbooks/release',
    start,
    entries: orderEntries(
      all.flatMap(({ item, mark, note, at }) => [
        ...(mark ? [{ key: keys.mark(item), value: mark, at, seq: 0, by: 'AB' }] : []),
        { key: keys.note(item), value: note, at, seq: 0, by: 'AB' },
      ]),
    ),
  }));
  // A stamp is told beside the start of its run, whose day it leaves out.
  const look = ({ marks, state, run, current }: View, id: string) => [
    marks.get(id),
    state.has(keys.mark(id)) && [state.get(keys.mark(id)), run?.start],
    state.get(keys.note(id)),
    current?.id === id,
  ];

  test('[RN10] an item that is not named shows the same in both, whichever way', () =>
    forAll([run, fc.option(run, { nil: undefined })], (one, other) => {
      const [a, b] = [viewRun(release, one), viewRun(release, other)];
      for (const [before, after] of [[a, b] as const, [b, a] as const]) {
        const changed = changedItems(before, after);
        for (const id of release.items.keys()) if (!changed.has(id)) expect(look(after, id)).toEqual(look(before, id));
      }
    }));

  test('[RN10] counts that are kept from view to view are those of each view by itself', () =>
    forAll([fc.array(fc.option(run, { nil: undefined }), { minLength: 2 })], (runs) => {
      const lists = [...membersOf(release).values(), release.counted];
      const count = keepCounts(lists);
      for (const view of runs.map((one) => viewRun(release, one)))
        expect(count(view)).toEqual(lists.map((items) => countMarks(items, view.marks)));
    }));

  test('[RN10] a list of which nothing has changed is not counted anew', () => {
    const count = keepCounts([release.leaves.slice(0, 2), release.leaves.slice(2)]);
    const [first, rest] = count(viewOf(release, { lint: 'done' }));
    const [same, other] = count(viewOf(release, { lint: 'done', verify: 'failed' }));
    expect(same).toBe(first);
    expect(other).not.toBe(rest);
  });

  test('[RN10] a tick names its item, its group, and the step that is current now and was', () => {
    const began = {
      id: '00c0ffee',
      page: 'runbooks/release',
      start: 100,
      entries: [...marked({ deploy: 'done' }).values()],
    };
    const tick = (item: string) =>
      addEntries(began, [{ key: keys.mark(item), value: 'done', at: 200, seq: 0, by: '' }]);
    const changedBy = (item: string) =>
      [...changedItems(viewRun(release, began), viewRun(release, tick(item)))].toSorted();
    expect(changedBy('lint')).toEqual(['checks', 'lint']);
    expect(changedBy('migrate')).toEqual(['migrate', 'verify']);
  });
});
