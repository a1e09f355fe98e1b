import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import type { Item } from '~/core/page/page';
import { readStructure } from '~/core/page/structure';
import { readMarkdown } from '~/core/exchange/read-markdown';
import { readTasks } from '~/core/exchange/read-tasks';
import { writeMarkdown } from '~/core/exchange/write-markdown';
import { orderEntries, type Run } from '~/core/run/run';
import { makeItem, makePage } from '../arbitraries';
import { forAll } from '../law';
import { importer, pageAndRun, text, words } from './pages';

const release = readStructure(
  makePage({
    sections: [
      { anchor: 'prepare', title: 'Prepare', depth: 2, parent: '' },
      { anchor: 'rollback', title: 'Rollback', depth: 2, parent: '' },
      { anchor: 'empty', title: 'Nothing to do', depth: 2, parent: '' },
    ],
    items: [
      makeItem('checks', { text: 'Run the checks', section: 'prepare' }),
      makeItem('lint', {
        text: 'Lint <b>all</b>',
        section: 'prepare',
        parent: 'checks',
        list: 1,
        ordered: true,
        number: 1,
        lastNumber: 3,
      }),
      makeItem('unit', {
        text: 'Unit tests',
        section: 'prepare',
        parent: 'checks',
        list: 1,
        ordered: true,
        number: 3,
        lastNumber: 3,
      }),
      makeItem('cdn', { text: 'CDN', section: 'prepare' }),
      makeItem('notify', { text: 'Notify @support', section: 'prepare', list: 2 }),
      makeItem('broken', { text: 'Something broke', section: 'rollback', list: 3 }),
      makeItem('restore', { text: 'Restore', section: 'rollback', list: 4, ordered: true, number: 1, lastNumber: 1 }),
    ],
    fields: [{ id: 'lead', label: 'Lead, Name', kind: 'text', section: 'prepare', options: [] }],
    contingencies: [{ section: 'rollback', triggers: ['broken'] }],
    holds: [{ after: 'prepare', roles: ['Lead', 'DBA'] }],
  }),
);

const at = 29_700_000;
const night: Run = {
  id: '00c0ffee',
  page: 'runbooks/release',
  start: at - 5,
  entries: orderEntries([
    { key: 'title', value: 'Friday | night', at, seq: 0, by: 'AB' },
    { key: 'mark/lint', value: 'done', at: at + 1, seq: 0, by: 'AB' },
    { key: 'mark/unit', value: 'failed', at: at + 2, seq: 0, by: 'KL' },
    { key: 'note/unit', value: '3 of 812\n*flaky*', at: at + 2, seq: 1, by: 'KL' },
    { key: 'mark/cdn', value: 'skipped', at: at + 3, seq: 0, by: '' },
    { key: 'field/lead', value: 'Jane', at: at + 4, seq: 0, by: 'AB' },
    { key: 'hold/prepare/Lead', value: 'go', at: at + 5, seq: 0, by: 'KL' },
    { key: 'mark/broken', value: 'done', at: at + 6, seq: 0, by: 'KL' },
    { key: 'mark/old-step', value: 'done', at: at + 7, seq: 0, by: 'KL' },
    { key: 'end', value: 'ended', at: at + 8, seq: 0, by: 'AB' },
  ]),
};

describe('exports in Markdown', () => {
  const written = writeMarkdown(release, night, words);

  test('[EX1] [NU1] tasks within a numbered step that is none keep its number, and their own kind of list', () => {
    const within = (id: string, outer: number | undefined, list: number, more: Partial<Item> = {}) =>
      makeItem(id, { text: id, outer, list, ...more });
    const outer = readStructure(
      makePage({
        items: [
          within('alpha', 1, 0),
          within('beta', 2, 1),
          within('gamma', 2, 1),
          within('delta', 4, 2, { ordered: true, number: 1, lastNumber: 1 }),
          within('eps', undefined, 3),
        ],
      }),
    );
    const run: Run = { id: '00c0ffee', page: 'p', start: 1, entries: [] };
    const exported = writeMarkdown(outer, run, words);
    const lines = exported.slice(exported.indexOf('1. '), exported.indexOf('## Log'));
    expect(lines.trim()).toBe('1. - [ ] alpha\n2. - [ ] beta\n   - [ ] gamma\n\n4) 1. [ ] delta\n\n- [ ] eps');
    expect(readTasks(lines.split('\n')).map(({ text }) => text)).toEqual(['alpha', 'beta', 'gamma', 'delta', 'eps']);
  });

  test('[EX1] say everything in the order of the page', () =>
    expect(written).toBe(`# Release

Runsheet export 1 · runbooks/release · run 00c0ffee · started 2026-06-20 23:55 UTC · 10 entries

- **Status:** Ended
- **Run:** Friday \\| night · Started minute 29699995
- **Progress:** 0 of 1 done (Rollback) · outside of it: 1 of 3 done, 1 not applicable, 1 failed
- **Ended** · AB, minute 29700008
- ⚠ **Rollback is on** (0 of 1 done): Something broke · KL, minute 29700006
- Go / no-go after Prepare: **waiting**
  - Lead: Go · KL, minute 29700005
  - DBA: no answer yet

## Prepare

- [ ] Run the checks
  1. [x] Lint \\<b>all\\</b> · AB, minute 29700001

  3) [ ] ✗ **failed:** Unit tests · KL, minute 29700002
     > Note: 3 of 812<br>\\*flaky\\* · KL, minute 29700002
- [ ] ~~CDN~~ · **not applicable** · minute 29700003

* [ ] Notify @\u2060support

- Lead, Name: Jane · AB, minute 29700004

## Rollback

- [x] Something broke · KL, minute 29700006

1. [ ] Restore

## No longer in this checklist

- old step: done · KL, minute 29700007

## Log

- 2026-06-21 00:00 UTC · AB · Run · Friday \\| night · \`title\`
- 2026-06-21 00:01 UTC · AB · Lint \\<b>all\\</b> · done · \`mark/lint\`
- 2026-06-21 00:02 UTC · KL · Unit tests · failed · \`mark/unit\`
- 2026-06-21 00:02 UTC +1 · KL · Note: Unit tests · 3 of 812<br>\\*flaky\\* · \`note/unit\`
- 2026-06-21 00:03 UTC · – · CDN · skipped · \`mark/cdn\`
- 2026-06-21 00:04 UTC · AB · Lead, Name · Jane · \`field/lead\`
- 2026-06-21 00:05 UTC · KL · Go / no-go after Prepare: Lead · go · \`hold/prepare/Lead\`
- 2026-06-21 00:06 UTC · KL · Something broke · done · \`mark/broken\`
- 2026-06-21 00:07 UTC · KL · old step · done · \`mark/old-step\`
- 2026-06-21 00:08 UTC · AB · Ended · ended · \`end\`
`));

  test('[EX1] a heading stands above those in it, though it has no items of its own', () => {
    const sections = [
      { anchor: 'deploy', title: 'Deploy', depth: 2, parent: '' },
      { anchor: 'web', title: 'Web', depth: 3, parent: 'deploy' },
    ];
    const nested = readStructure(makePage({ sections, items: [makeItem('ping', { text: 'Ping', section: 'web' })] }));
    expect(writeMarkdown(nested, night, words)).toContain('\n\n## Deploy\n\n### Web\n\n- [ ] Ping\n');
  });

  test('[EX3] import of export is the run, with nothing left out', () =>
    forAll([pageAndRun, fc.boolean()], ([structure, run], windows) => {
      const sent = writeMarkdown(structure, run, words);
      const arrived = windows ? `\uFEFF${sent.replaceAll('\n', '\r\n')}` : sent;
      expect(readMarkdown(arrived, structure, importer())).toEqual({
        ok: true,
        value: { run, from: 'markdown', leftOut: [], missing: 0 },
      });
    }));

  test('[EX3] so it is when each line was quoted in a mail', () => {
    const quoted = written.replace(/^/gm, '> ');
    expect(readMarkdown(quoted, release, importer())).toMatchObject({ ok: true, value: { run: night, leftOut: [] } });
  });

  test('[EX4] reading does not depend on the language or the clock that it was written with', () =>
    forAll([pageAndRun, text, text], ([structure, run], word, minute) => {
      const marks = { done: word, skipped: word, todo: word, failed: word };
      const foreign = { ...words, marks, run: word, note: word, gone: word, log: word, formatMinute: () => minute };
      expect(readMarkdown(writeMarkdown(structure, run, foreign), structure, importer())).toMatchObject({
        ok: true,
        value: { run, missing: 0 },
      });
    }));

  test('[EX2] a Markdown parser finds the page’s items and headings, and not one link, image or tag of anybody’s', () =>
    forAll([pageAndRun], ([structure, run]) => {
      const { html } = markdownToHtml(writeMarkdown(structure, run, words));
      // An address in a note may be a link to itself, as everywhere on a forge.
      const plain = html.replace(/<a href="(?:http:\/\/|mailto:)?([^"]*)">\1<\/a>/g, '$1');
      const tags = [...plain.matchAll(/<([a-z]+)[ />]/g)].map(([, tag]) => tag ?? '');
      const allowed = 'h1 h2 h3 h4 h5 h6 p ul ol li input strong del blockquote code br'.split(' ');
      expect(tags.filter((tag) => !allowed.includes(tag))).toEqual([]);
      expect(tags.filter((tag) => tag === 'input').length).toBe(structure.page.items.length);
    }));
});

describe('boxes ticked in an export', () => {
  const written = writeMarkdown(release, night, words);
  const read = (markdown: string, rest = {}) => {
    const result = readMarkdown(markdown, release, importer(rest));
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  };

  test('[EX7] become entries of the importer, as of now; nothing else changes', () => {
    const ticked = written
      .replace('[ ] Notify', '[x] Notify')
      .replace('[ ] ✗ **failed:** Unit', '[x] ✗ **failed:** Unit');
    expect(read(ticked, { now: at + 60 }).run.entries).toEqual([
      ...night.entries,
      { key: 'mark/notify', value: 'done', at: at + 60, seq: 0, by: 'Im' },
      { key: 'mark/unit', value: 'done', at: at + 60, seq: 0, by: 'Im' },
    ]);
  });

  test('[EX7] come after what the run that they go into says, even by a clock that is behind', () => {
    const mine = { key: 'mark/notify', value: 'failed', at: at + 90, seq: 2, by: 'KL' };
    const ticked = written.replace('[ ] Notify', '[x] Notify');
    const { run } = read(ticked, { now: at + 60, state: new Map([[mine.key, mine]]) });
    expect(run.entries.at(-1)).toEqual({ ...mine, value: 'done', seq: 3, by: 'Im' });
  });

  test('[EX7] that the log ticked itself do not come back over what the run says since', () => {
    const mine = { key: 'mark/lint', value: 'todo', at: at + 30, seq: 0, by: 'AB' };
    expect(read(written, { now: at + 60, state: new Map([[mine.key, mine]]) }).run).toEqual(night);
  });

  test('[EX7] that were taken back say nothing', () =>
    expect(read(written.replace('[x] Lint', '[ ] Lint')).run).toEqual(night));

  test('[EX8] a log that was cut says how much is missing, and its boxes still count', () => {
    const cut = written.slice(0, written.indexOf('- 2026-06-21 00:01 UTC'));
    const { run, missing } = read(cut, { now: at + 60 });
    expect(missing).toBe(9);
    expect(run.entries.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'title Friday | night',
      'mark/broken done',
      'mark/lint done',
      'mark/cdn skipped',
      'mark/unit failed',
    ]);
  });

  test('[EX8] a line of the log that somebody spoilt is named, and the others are read', () => {
    const { run, leftOut, missing } = read(written.replace('· done · `mark/lint`', '· exploded · `mark/lint`'));
    expect(leftOut).toMatchObject([{ reason: 'unreadable', line: 40 }]);
    expect(missing).toBe(1);
    expect(run.entries.filter(({ by }) => by === 'Im')).toMatchObject([{ key: 'mark/lint', value: 'done' }]);
    expect(run.entries.length).toBe(10);
  });

  test('the export of another page is read by its log alone', () => {
    const other = readStructure(
      makePage({ id: 'runbooks/other', items: [makeItem('other', { text: 'Notify @support' })] }),
    );
    const result = readMarkdown(written.replace('[ ] Notify', '[x] Notify'), other, importer());
    expect(result).toMatchObject({ ok: true, value: { run: night } });
  });
});
