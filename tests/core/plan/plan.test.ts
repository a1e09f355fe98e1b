import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStructure } from '~/core/page/structure';
import { countRoles, expectEnd, planSection } from '~/core/plan/plan';
import { describeMinutes, takeRole, takeTime } from '~/core/plan/read-tail';
import type { ShownMark } from '~/core/run/marks';
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
    expect(expectEnd(now, 1000, 1200)).toEqual({ end: 1305, late: 90 });
    forAll([fc.array(fc.constantFrom(...structure.leaves.map(({ id }) => id)))], (done) => {
      const { total, left } = planSection(structure, plan, '', new Map(done.map((id) => [id, 'done'])));
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(total);
    });
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

  it('[PE2] counts what each role has done', () => {
    expect(countRoles(plan, marked({ tell: 'done', two: 'skipped' }))).toEqual([
      { role: 'Lead', done: 1, total: 2 },
      { role: 'Operator', done: 0, total: 1 },
    ]);
  });
});
