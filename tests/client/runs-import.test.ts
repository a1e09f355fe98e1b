// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { findUnfit, nameOf } from '~/client/runs/unfit-steps';
import { keptText } from '~/client/runs/trouble-text';
import { planImport } from '~/core/exchange/plan-import';
import { caps } from '~/core/run/caps';
import type { Run } from '~/core/run/run';
import { en } from '~/words/en';
import { makeItem, makePage } from '../core/arbitraries';

const page = makePage({ items: Array.from({ length: caps.people + 1 }, (_, i) => makeItem(`step-${i}`)) });

/** A run in which so many people have ticked an item each, from some item on. */
const runOf = (people: number, from = 0, id = '00c0ffee'): Run => ({
  id,
  page: page.id,
  start: 1,
  entries: Array.from({ length: people }, (_, i) => ({
    key: `mark/step-${from + i}`,
    value: 'done',
    at: 1,
    seq: 0,
    by: `Person ${from + i}`,
  })),
});

beforeEach(() => {
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(address.includes('gone') ? new Response('', { status: 404 }) : new Response(JSON.stringify(page))),
  );
});

describe('before runs are imported', () => {
  test('it is said of each one that could not be shared by link afterwards', async () => {
    const unfit = (kept: Run[], ...incoming: Run[]) => findUnfit(planImport(kept, incoming));
    const [many, few, rest] = [runOf(caps.people + 1), runOf(40), runOf(caps.people + 1 - 40, 40)];
    expect(await unfit([], few, runOf(40, 0, '0badcafe'))).toEqual(new Set());
    expect(await unfit([], many)).toEqual(new Set([nameOf(many)]));
    expect(await unfit([few], rest)).toEqual(new Set([nameOf(few)]));
    expect(await unfit([many], few)).toEqual(new Set());
    const long: Run = { ...few, entries: [{ key: 'note/step-0', value: 'é'.repeat(20_000), at: 1, seq: 0, by: '' }] };
    expect(await unfit([], long)).toEqual(new Set([nameOf(long)]));
    // Nobody can tell of a page that the site does not have.
    expect(await unfit([], { ...many, page: 'runbooks/gone' })).toEqual(new Set());
  });
});

describe('after runs were imported', () => {
  test('it is said where they are: in storage, in the second copy alone, or nowhere', () => {
    const refused = { kind: 'refused' } as const;
    const { trouble } = en.runs;
    expect(keptText('Done.', undefined, 'refused', en)).toBe('Done.');
    expect(keptText('Done.', { kind: 'rewritten' }, 'kept', en)).toBe('Done.');
    expect(keptText('Done.', refused, 'kept', en)).toBe(`Done. ${trouble.second}`);
    expect(keptText('Done.', refused, 'refused', en)).toBe(trouble.refused);
    // Not known yet: nothing is promised.
    expect(keptText('Done.', refused, 'opening', en)).toBe(trouble.refused);
  });
});
