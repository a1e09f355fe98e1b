import { expect, test } from 'vitest';
import { readStructure } from '~/core/page/structure';
import { keys, type Entry } from '~/core/run/entry';
import { earlierOf, findAlerts, findMended } from '~/core/run/history';
import { orderEntries, type Run } from '~/core/run/run';
import { writeMarkdown } from '~/core/exchange/write-markdown';
import { makeItem, makePage } from '../arbitraries';
import { words } from '../exchange/pages';

const page = readStructure(
  makePage({
    sections: [
      { anchor: 'steps', title: 'Steps', depth: 2, parent: '' },
      { anchor: 'rollback', title: 'Rollback', depth: 2, parent: '' },
    ],
    items: [
      makeItem('deploy', { text: 'Deploy', section: 'steps' }),
      makeItem('broken', { text: 'It broke', section: 'rollback' }),
      makeItem('restore', { text: 'Restore', section: 'rollback' }),
    ],
    contingencies: [{ section: 'rollback', triggers: ['broken'] }],
    holds: [{ after: 'steps', roles: ['Lead'] }],
  }),
);
const entry = (key: string, value: string, at: number, by: string, seq = 0): Entry => ({ key, value, at, seq, by });
const run: Run = {
  id: '00c0ffee',
  page: 'runbooks/release',
  start: 1,
  entries: orderEntries([
    entry(keys.mark('deploy'), 'failed', 2, 'AB'),
    entry(keys.mark('deploy'), 'done', 3, 'KL'),
    entry(keys.hold('steps', 'Lead'), 'no-go', 4, 'AB'),
    entry(keys.hold('steps', 'Lead'), 'go', 5, 'KL'),
    entry(keys.mark('broken'), 'done', 6, ''),
    entry(keys.mark('broken'), 'done', 6, 'MN', 1),
    entry(keys.mark('broken'), 'todo', 9, 'AB'),
  ]),
};

test('[TL3] who turned a contingency on, be it signed later, and who turned it off, stay told', () =>
  expect(findAlerts(page, run)).toMatchObject([
    { trigger: { id: 'broken' }, on: { by: 'MN', at: 6 }, off: { by: 'AB' } },
  ]));

test('[RN8] earlier answers and mended failures are found in the log', () => {
  expect(earlierOf(run, keys.hold('steps', 'Lead'))).toMatchObject([{ value: 'no-go', by: 'AB' }]);
  expect(findMended(page, run)).toMatchObject([{ item: { id: 'deploy' }, failed: { by: 'AB' }, now: { by: 'KL' } }]);
});

test('[EX1] an export says all of that in its summary', () => {
  const summary = writeMarkdown(page, run, words).split('\n## ')[0] ?? '';
  expect(summary).toContain('- **Rollback was on:** It broke · MN, minute 6 · turned off · AB, minute 9\n');
  expect(summary).toContain('- **Mended:** Deploy · failed · AB, minute 2 · done · KL, minute 3\n');
  expect(summary).toContain('  - Lead: Go · KL, minute 5 · before: No-go · AB, minute 4\n');
});
