import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marks, type Hold, type Item, type Page, type Section } from '~/core/page/page';
import { segmentsOf } from '~/core/page/segments';
import { contingencySteps, readStructure, type Structure } from '~/core/page/structure';
import { placeHolds } from '~/core/page/hold-places';
import { describeEnding } from '~/core/run/describe-ending';
import { answers, keys, type Entry } from '~/core/run/entry';
import { findFailures } from '~/core/run/failures';
import { judgeHold } from '~/core/run/holds';
import { orderEntries, type Run } from '~/core/run/run';
import { leafAtNext } from '~/core/run/leaf-at-next';
import { statuses } from '~/core/run/status';
import { viewRun, type View } from '~/core/run/view';
import { writeMarkdown } from '~/core/exchange/write-markdown';
import { makeItem, makePage } from '../arbitraries';
import { words } from '../exchange/pages';
import { countSections } from '~/core/run/section-progress';
import { forAll } from '../law';

const numbered = (id: string, section: string, list: number, number: number): Item =>
  makeItem(id, { section, list, ordered: true, number, lastNumber: 2 });

/** A night: something to prepare, a decision, steps with a decision among them, a way back with one of its own, and an end. */
const page: Page = makePage({
  sections: ['prepare', 'steps', 'rollback', 'triggers', 'after'].map((anchor): Section => ({
    anchor,
    title: anchor,
    depth: 2,
    parent: anchor === 'triggers' ? 'rollback' : '',
  })),
  items: [
    makeItem('backup', { section: 'prepare' }),
    makeItem('tell', { section: 'prepare' }),
    numbered('deploy', 'steps', 1, 1),
    numbered('migrate', 'steps', 1, 2),
    makeItem('broken', { section: 'triggers', list: 2 }),
    numbered('restore', 'rollback', 3, 1),
    numbered('restart', 'rollback', 3, 2),
    makeItem('thank', { section: 'after', list: 4 }),
  ],
  contingencies: [{ section: 'rollback', triggers: ['triggers'] }],
  holds: [
    { after: 'prepare', roles: ['Lead', 'DBA'] },
    { after: 'deploy', roles: ['Lead'] },
    { after: 'restore', roles: ['DBA'] },
  ],
});
const night = readStructure(page);

const at = (values: readonly (readonly [key: string, value: string])[]): View =>
  viewRun(night, {
    id: '00c0ffee',
    page: page.id,
    start: 100,
    entries: orderEntries(values.map(([key, value], i) => ({ key, value, at: 100 + i, seq: 0, by: 'AB' }))),
  });
const does = (text: string): [string, string][] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one): [string, string] => {
      const [about = '', value = 'done'] = one.split('=');
      if (about === 'end') return [keys.end, value === 'done' ? 'ended' : ''];
      return about.includes('/') ? [`hold/${about}`, value] : [keys.mark(about), value];
    });
const say = ({ status, next, current }: View) => {
  const about = next?.kind === 'item' ? next.item.id : next?.kind === 'hold' ? `hold ${next.hold.after}` : next?.kind;
  return [status.kind, about, current?.id];
};

const prepared = 'backup tell prepare/Lead=go prepare/DBA=go';
const deployed = `${prepared} deploy deploy/Lead=go migrate=failed`;

describe('status and Next', () => {
  test.each([
    ['', 'todo', 'backup', undefined],
    ['backup', 'running', 'tell', undefined],
    ['backup tell', 'waiting', 'hold prepare', undefined],
    ['backup tell prepare/Lead=go', 'waiting', 'hold prepare', undefined],
    ['backup prepare/DBA=no-go', 'no-go', 'hold prepare', undefined],
    [prepared, 'running', 'deploy', 'deploy'],
    [`${prepared} deploy`, 'waiting', 'hold deploy', undefined],
    [`${prepared} deploy deploy/Lead=no-go migrate`, 'no-go', 'hold deploy', undefined],
    [`${prepared} deploy deploy/Lead=go`, 'running', 'migrate', 'migrate'],
    [deployed, 'running', 'thank', undefined],
    [`${deployed} broken`, 'rollback', 'restore', 'restore'],
    [`${deployed} deploy/Lead=no-go broken`, 'rollback', 'restore', 'restore'],
    [`${deployed} broken restore`, 'waiting', 'hold restore', undefined],
    [`${deployed} broken restore restore/DBA=go`, 'rollback', 'restart', 'restart'],
    [`${deployed} broken restore restore/DBA=go restart`, 'rolled-back', 'end', undefined],
    [`${deployed} broken restore restore/DBA=go restart end`, 'ended', undefined, undefined],
    [`${deployed} broken restore broken=todo`, 'running', 'thank', undefined],
    [`${deployed} thank`, 'complete', 'end', undefined],
    [`${deployed} thank end`, 'ended', undefined, undefined],
    [`${deployed} thank end end=`, 'complete', 'end', undefined],
    [`${deployed} thank=skipped`, 'complete', 'end', undefined],
  ])('[ST1] [ST2] [RN6] after “%s” it is %s, Next is %s, the current step %s', (acts, ...expected) =>
    expect(say(at(does(acts)))).toEqual(expected),
  );

  test.each([
    ['backup', undefined],
    ['backup tell', 'prepare'],
    ['deploy/Lead=no-go', 'deploy'],
    ['backup tell deploy/Lead=no-go', 'deploy'],
    ['backup tell deploy prepare/Lead=go prepare/DBA=go', 'deploy'],
    ['restore', undefined],
    ['broken restore', 'restore'],
    ['broken restore prepare/DBA=no-go', 'restore'],
    ['broken', undefined],
  ])('[HD2] after “%s” the run stands at the hold after %s', (acts, after) => {
    const { status } = at(does(acts));
    expect('hold' in status ? status.hold.after : undefined).toBe(after);
  });

  test('[CT3] [CT4] while a contingency is on, its steps come first, and are counted without its trigger', () => {
    const on = at(does(`${prepared} broken restore restore/DBA=go`));
    expect(on.leaves.map(({ id }) => id)).toEqual(['restore', 'restart']);
    expect(on.counted).toMatchObject({ total: 2, done: 1, open: 1 });
    expect(say(on)).toEqual(['rollback', 'restart', 'restart']);
    expect(on.progress).toMatchObject({ total: 5, done: 2 });
  });

  test('[ST1] the status names who is asked, who said No-go, and what failed', () => {
    const rolesOf = ({ status }: View) => ('answers' in status ? status.answers.map(({ role }) => role) : []);
    expect(rolesOf(at(does('backup tell prepare/Lead=go')))).toEqual(['DBA']);
    expect(rolesOf(at(does('prepare/Lead=go prepare/DBA=no-go')))).toEqual(['DBA']);
    expect(at(does(`${deployed} thank`)).status).toEqual({ kind: 'complete', failed: 1 });
  });

  test('[ST1] a contingency without steps is never called rolled back, and a page with nothing to tick is never complete', () => {
    const bare = readStructure({
      ...page,
      items: page.items.filter(({ section }) => section !== 'rollback'),
      holds: [],
    });
    const fields = readStructure(makePage({ sections: page.sections }));
    const entry = (key: string): Entry => ({ key, value: 'done', at: 1, seq: 0, by: '' });
    const run = (key: string): Run => ({ id: '00c0ffee', page: page.id, start: 1, entries: [entry(key)] });
    expect(say(viewRun(bare, run(keys.mark('broken'))))).toEqual(['rollback', 'end', undefined]);
    expect(say(viewRun(fields, run(keys.field('who'))))).toEqual(['running', undefined, undefined]);
  });
});

/** Runs of the night in which anything may have been said in any order. */
const runs: fc.Arbitrary<Run> = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.record({
          key: fc.constantFrom(...page.items.map(({ id }) => keys.mark(id))),
          value: fc.constantFrom<string>(...marks, 'done', 'done', 'done'),
        }),
        fc.record({
          key: fc.constantFrom(
            ...page.holds.flatMap(({ after, roles }) => roles.map((role) => keys.hold(after, role))),
          ),
          value: fc.constantFrom<string>(...answers, 'go', 'go'),
        }),
        fc.record({ key: fc.constant<string>(keys.end), value: fc.constantFrom('', 'ended') }),
        fc.record({ key: fc.constant<string>(keys.title), value: fc.constant('Monday') }),
      ),
      fc.record({ at: fc.nat(20), seq: fc.nat(2), by: fc.constantFrom('', 'AB', 'KL') }),
    ),
    { maxLength: 40 },
  )
  .map((list) => ({
    id: '00c0ffee',
    page: page.id,
    start: 0,
    entries: orderEntries(list.map(([fact, stamp]): Entry => ({ ...fact, ...stamp }))),
  }));

const forAllRuns = (check: (view: View, run: Run) => unknown) =>
  forAll([runs], (run) => void check(viewRun(night, run), run));

/** The hold that an item stands behind and that has not said Go. */
const heldBy = (structure: Structure, { state }: View, item: Item): Hold | undefined =>
  placeHolds(structure).find(
    ({ hold, contingency, before }) =>
      contingency === structure.contingent.get(item.id) && !before.includes(item) && judgeHold(state, hold) === 'no-go',
  )?.hold;

describe('laws of any run', () => {
  test('[ST1] it has exactly one status, of a closed list', () =>
    forAllRuns(({ status }) => expect(statuses.filter((kind) => kind === status.kind)).toHaveLength(1)));

  test('[ST2] Next is open, and never what the status forbids', () =>
    forAllRuns((view) => {
      const { status, next, marks: shown, alarm } = view;
      if (status.kind === 'ended') return expect(next).toBeUndefined();
      if (status.kind === 'waiting' || status.kind === 'no-go')
        return expect(next).toEqual({ kind: 'hold', hold: status.hold });
      if (status.kind === 'complete' || status.kind === 'rolled-back') return expect(next).toEqual({ kind: 'end' });
      if (next?.kind !== 'item') return expect(next).toBeUndefined();
      expect(shown.get(next.item.id)).toBe('todo');
      expect(heldBy(night, view, next.item)).toBeUndefined();
      expect(night.contingent.get(next.item.id)).toBe(alarm?.section);
      expect(night.triggers.has(next.item.id)).toBe(false);
    }));

  test('[RN6] the current step is open, numbered, and about what the run is about', () =>
    forAllRuns(({ current, next, marks: shown, alarm }) => {
      if (current === undefined) return;
      expect(current.ordered).toBe(true);
      expect(shown.get(current.id)).toBe('todo');
      expect(night.contingent.get(current.id)).toBe(alarm?.section);
      expect(next?.kind).toBe('item');
      if (next?.kind === 'item' && next.item.ordered) expect(current).toBe(next.item);
    }));

  test('[ST3] bar, segments, headings, ending and export count alike', () =>
    forAllRuns((view, run) => {
      const { counted, leaves, alarm, progress, marks: shown } = view;
      const failures = findFailures(view);
      const sections = countSections(night, shown);
      expect(leaves).toEqual(alarm ? contingencySteps(night, alarm.section) : night.counted);
      expect(segmentsOf(night, leaves).flatMap(({ items }) => items)).toEqual(leaves);
      if (alarm) expect(sections.get(alarm.section)).toEqual(counted);
      const inSections = page.sections
        .filter(({ anchor, parent }) => parent === '' && anchor !== 'rollback')
        .reduce((sum, { anchor }) => sum + (sections.get(anchor)?.done ?? 0), 0);
      expect(inSections).toBe(progress.done);
      expect(describeEnding(night, view.state).failed).toBe(failures.length);
      expect(failures.every(({ id }) => shown.get(id) === 'failed')).toBe(true);
      const exported = writeMarkdown(night, run, words);
      expect(exported).toContain(words.formatProgress(progress));
      expect(exported).toContain(`**Status:** ${words.formatStatus(view)}`);
      expect(exported).toContain(`**Progress:** ${words.formatProgress(counted)}`);
      if (alarm) expect(exported).toContain(`(${words.formatProgress(counted)})`);
      const last = leafAtNext(night, view.next);
      if (last) expect(leaves).toContain(last);
    }));
});
