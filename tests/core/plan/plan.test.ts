import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStructure } from '~/core/page/structure';
import { findHolders } from '~/core/plan/holders';
import { paceRun, planSection } from '~/core/plan/plan';
import { countRoles, seenBy } from '~/core/plan/roles';
import { describeMinutes, readDuration, takeRole, takeTime } from '~/core/plan/read-tail';
import { keys, type Entry } from '~/core/run/entry';
import type { ShownMark } from '~/core/run/marks';
import { orderEntries, stateOf } from '~/core/run/run';
import { viewRun } from '~/core/run/view';
import { makeItem, makePage } from '../arbitraries';
import { forAll } from '../law';

const structure = readStructure(
  makePage({
    sections: [
      { anchor: 'prepare', title: 'Prepare', depth: 2, parent: '' },
      { anchor: 'deploy', title: 'Deploy', depth: 2, parent: '' },
      { anchor: 'again', title: 'Again', depth: 3, parent: 'deploy' },
      { anchor: 'undo', title: 'Undo', depth: 2, parent: '' },
    ],
    items: [
      makeItem('tell', { section: 'prepare' }),
      makeItem('look', { section: 'prepare' }),
      makeItem('group', { section: 'deploy' }),
      makeItem('one', { section: 'deploy', parent: 'group' }),
      makeItem('two', { section: 'deploy', parent: 'group' }),
      makeItem('watch', { section: 'again' }),
      makeItem('broken', { section: 'deploy' }),
      makeItem('restore', { section: 'undo' }),
    ],
    contingencies: [{ section: 'undo', triggers: ['broken'] }],
  }),
);
const plan = {
  items: { tell: 10, group: 120, two: 60, watch: 5, restore: 30, broken: 7 },
  sections: { prepare: 90 },
  roles: { tell: ['Lead'], one: ['Lead', 'Operator'], two: ['Operator'] },
};
const viewOf = (...said: [key: string, value: string, at: number][]) => {
  const entries = said.map(([key, value, at]): Entry => ({ key, value, at, seq: 0, by: '' }));
  return viewRun(structure, { id: '1', page: structure.page.id, start: 10, entries: orderEntries(entries) });
};
const marked = (marks: Record<string, ShownMark>) => new Map(Object.entries(marks));

describe('the plan', () => {
  it('[PL1] reads times at the end of a text, and no others', () => {
    expect(takeTime('Deploy ~10 min')).toEqual({ before: 'Deploy', minutes: 10 });
    expect(takeTime('Deploy ~1 h 30 min ')).toEqual({ before: 'Deploy', minutes: 90 });
    expect(takeTime('Deploy ~2h')).toEqual({ before: 'Deploy', minutes: 120 });
    for (const text of ['Costs ~10 €', 'Wait ~10 min first', 'a~10 min', '10 min', '~', '~min', '~10 minutes'])
      expect(takeTime(text), text).toBeUndefined();
    forAll([fc.integer({ min: 0, max: 5999 })], (minutes) => {
      expect(takeTime(`x ${describeMinutes(minutes)}`)).toEqual({ before: 'x', minutes });
    });
  });

  it('[PL2] a heading’s or a group’s own time stands for what is beneath it', () => {
    expect(planSection(structure, plan, '', marked({}))).toEqual({ total: 215, left: 215 });
    expect(planSection(structure, plan, 'deploy', marked({})).total).toBe(125);
    expect(planSection(structure, plan, 'undo', marked({})).total).toBe(30);
  });

  it('[PL3] what is left follows the marks, and says how late the run will be', () => {
    const now = planSection(structure, plan, '', marked({ tell: 'done', one: 'skipped', watch: 'failed' }));
    expect(now).toEqual({ total: 215, left: 105 });
    forAll([fc.array(fc.constantFrom(...structure.leaves.map(({ id }) => id)))], (done) => {
      const { total, left } = planSection(structure, plan, '', new Map(done.map((id) => [id, 'done'])));
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(total);
    });
  });

  it('[PL1] a time alone is read as it is written, and no time is none', () => {
    expect(['30 min', '1 h 30 min', '2h', '~10 min'].map(readDuration)).toEqual([30, 90, 120, 10]);
    for (const text of ['', '30', 'half an hour', '0 min', '~', '30 min or more'])
      expect(readDuration(text), text).toBeUndefined();
  });

  it('[PL3] a plan begins with the first mark of what is planned, and says how late it is', () => {
    const look = [keys.mark('look'), 'done', 1000] as const;
    expect(paceRun(viewOf([keys.title, 'Tonight', 20]), plan, 500)).toMatchObject({ end: 715, late: 0, took: 0 });
    // Of 215 minutes, 90 stand at the first section, and one of its two items is done.
    expect(paceRun(viewOf([...look]), plan, 1200)).toEqual({
      ...{ total: 215, left: 170, section: '', took: 200, isOver: false },
      ...{ end: 1370, late: 155 },
    });
    const all = ['tell', 'look', 'one', 'two', 'watch'].map((id, i): [string, string, number] => [
      ...([keys.mark(id), 'done'] as const),
      1000 + i,
    ]);
    expect(paceRun(viewOf(...all), plan, 9999)).toMatchObject({ isOver: true, end: 1004, took: 4, late: -211 });
    expect(paceRun(viewOf([...look], [keys.end, 'yes', 1100]), plan, 9999)).toMatchObject({
      isOver: true,
      end: 1100,
      took: 100,
    });
    const on = viewOf([...look], [keys.mark('broken'), 'done', 1300]);
    expect(paceRun(on, plan, 1310)).toMatchObject({ section: 'undo', total: 30, end: 1340, took: 10, late: 10 });
    expect(paceRun(viewRun(structure, undefined), plan, 0)).toBeUndefined();
    expect(paceRun(viewOf([...look]), { items: {}, sections: {}, roles: {} }, 0)).toBeUndefined();
  });

  it('[PE1] roles at the end of a text are the page’s own, the longest name first', () => {
    expect(takeRole('Deploy @Deployment Lead', ['Lead', 'Deployment Lead'])).toEqual({
      before: 'Deploy',
      role: 'Deployment Lead',
    });
    expect(takeRole('Deploy @lead, ', ['Lead'])).toEqual({ before: 'Deploy', role: 'Lead' });
    for (const text of ['Write to a@lead', 'Ask @nobody', '@Lead asks', 'Lead'])
      expect(takeRole(text, ['Lead']), text).toBeUndefined();
  });

  it('[PE2] counts what each role has done of what the run is about, a group’s for what names nobody', () => {
    const roles = { tell: ['Lead'], group: ['Lead', 'Operator'], two: ['Operator'], restore: ['Operator'] };
    const counted = { ...plan, roles };
    const seen = viewOf([keys.mark('tell'), 'done', 1000], [keys.mark('two'), 'skipped', 1001]);
    expect(countRoles(seen, counted)).toEqual([
      { role: 'Lead', done: 1, total: 2 },
      { role: 'Operator', done: 0, total: 1 },
      { role: '', done: 0, total: 2 },
    ]);
    const on = viewOf([keys.mark('broken'), 'done', 1000]);
    expect(countRoles(on, counted)).toEqual([{ role: 'Operator', done: 0, total: 1 }]);
  });

  it('[PE3] an item is seen by the roles that it names and, where anything in it names nobody, by everybody', () => {
    const seen = (id: string) => seenBy(structure, plan, structure.items.get(id) ?? expect.fail());
    expect(seen('tell')).toEqual(['Lead']);
    expect(seen('group')).toEqual(['Lead', 'Operator']);
    expect(seen('watch')).toBeUndefined();
    const halfNamed = { ...plan, roles: { one: ['Lead'] } };
    expect(seenBy(structure, halfNamed, structure.items.get('group') ?? expect.fail())).toBeUndefined();
  });

  it('[PE4] finds who holds a role in the row of that name', () => {
    const label = (text: string, kind: 'text' | 'signature' = 'text') => ({
      ...{ id: text, label: text, kind, section: '', options: [] },
    });
    const fields = [
      label('Lead, Signature', 'signature'),
      label('Lead, Contact'),
      label('LEAD, Name'),
      label('Lead Operator, Name'),
      label('Witness, Answer'),
      label('Guest, Contact'),
      label('Guest, Shift'),
    ];
    const said = ['Lead, Contact', 'LEAD, Name', 'Witness, Answer', 'Guest, Contact'];
    const state = stateOf(
      viewOf(...said.map((id, i): [string, string, number] => [keys.field(id), ` P${i} `, 1])).run ?? expect.fail(),
    );
    const roles = ['Lead', 'Lead Operator', 'Witness', 'Guest', 'Nobody'];
    expect([...findHolders({ fields }, roles, state)]).toEqual([
      ['Lead', 'P1'],
      ['Witness', 'P2'],
    ]);
  });
});
