import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugOf } from '~/core/page/slug';
import { readStructure } from '~/core/page/structure';
import { readMarkdown } from '~/core/exchange/read-markdown';
import { writeMarkdown } from '~/core/exchange/write-markdown';
import { makeItem, makePage } from '../arbitraries';
import { forAll } from '../law';
import { importer, pageOf, words, writeSource } from './pages';

const marksOfBoxes = { x: 'done', X: 'done', '~': 'skipped' } as const;

describe('copies of the checklist', () => {
  const box = fc.constantFrom(' ', 'x', 'X', '~');
  const spoken = fc.constantFrom(
    'Ping',
    'Ping!',
    'Scale up',
    '**Deploy** `v2`',
    'snake_case [x](y)',
    'خذ نسخة',
    '备份',
    '🚀',
  );
  const pageAndBoxes = fc.tuple(pageOf(spoken), fc.array(box, { minLength: 14, maxLength: 14 })).map(([made, list]) => {
    const structure = readStructure(made);
    return { structure, boxes: new Map(structure.leaves.map(({ id }, i) => [id, list[i] ?? ' '])) };
  });
  const ticksOf = (structure: ReturnType<typeof readStructure>, boxes: ReadonlyMap<string, string>) =>
    structure.leaves.flatMap(({ id, initial }) => {
      const mark = marksOfBoxes[boxes.get(id) as keyof typeof marksOfBoxes];
      return mark === undefined || mark === initial ? [] : [[`mark/${id}`, mark]];
    });

  test('[EX6] every ticked box of a whole copy lands on its item, and nothing else does', () =>
    forAll([pageAndBoxes], ({ structure, boxes }) => {
      const read = readMarkdown(writeSource(structure.page, boxes), structure, importer());
      if (structure.page.items.length === 0) return expect(read).toEqual({ ok: false, reason: 'no-tasks' });
      expect(read.ok).toBe(true);
      if (!read.ok) return;
      const entries = read.value.run.entries.map(({ key, value }) => [key, value]);
      expect(new Map(entries as [string, string][])).toEqual(new Map(ticksOf(structure, boxes) as [string, string][]));
    }));

  test('[EX6] in a copy of which lines were lost, no tick lands on an item with other words', () =>
    forAll([pageAndBoxes, fc.func(fc.boolean())], ({ structure, boxes }, keeps) => {
      const lines = writeSource(structure.page, boxes).split('\n');
      const kept = lines.filter((line, i) => !line.includes('[') || keeps(i));
      const read = readMarkdown(kept.join('\n'), structure, importer());
      if (!read.ok) return;
      const wanted = ticksOf(structure, boxes).map((tick) => tick.join(' '));
      const slugs = new Map<string, number>();
      for (const { text } of structure.page.items) slugs.set(slugOf(text), (slugs.get(slugOf(text)) ?? 0) + 1);
      for (const { key, value } of read.value.run.entries) {
        const item = structure.items.get(key.slice('mark/'.length));
        if (item && slugs.get(slugOf(item.text)) === 1) expect(wanted).toContain(`${key} ${value}`);
      }
    }));

  const planned = readStructure(
    makePage({
      sections: [{ anchor: 'deploy', title: 'Deploy', depth: 2, parent: '' }],
      items: [
        makeItem('stop', { text: 'Stop the workers', section: 'deploy' }),
        makeItem('say', { text: 'Say ~so@x' }),
      ],
      plan: { items: { stop: 90 }, sections: { deploy: 10 }, roles: { stop: ['Lead', 'Operator'] } },
    }),
  );

  test('[EX6] [PL1] [PE1] planned times and roles are no part of a task’s words, wherever they stand', () => {
    const tails = [
      '~1 h 30 min @Lead @Operator',
      '@Lead, @operator ~90 min [How](a.md#b)',
      '[How](a.md) ~1 h 30 min ^stop',
      '^stop @Operator',
    ];
    for (const tail of tails) {
      const copy = `## Deploy ~10 min\n\n- [x] Stop the workers ${tail}\n- [x] Say ~so@x\n`;
      const read = readMarkdown(copy, planned, importer());
      expect(read.ok && read.value.leftOut, tail).toEqual([]);
      expect(read.ok && read.value.run.entries.map(({ key }) => key).toSorted(), tail).toEqual([
        'mark/say',
        'mark/stop',
      ]);
    }
    const hostile = `- [x] Stop the workers ${'~1 min @Lead '.repeat(70_000)}`;
    expect(readMarkdown(hostile, planned, importer()).ok).toBe(false);
  });

  test('[EX1] an export says what was planned, in rows, sections and the summary, and is read back as it was', () => {
    const run = { id: '00c0ffee', page: planned.page.id, start: 29_000_000, entries: [] };
    const written = writeMarkdown(planned, run, words);
    expect(written).toContain('- **Plan:** 10 min planned');
    expect(written).toContain(
      '## Deploy\n\n10 min planned\n\n- [ ] Stop the workers · \\~1 h 30 min @\u2060Lead @\u2060Operator',
    );
    const read = readMarkdown(written.replace('- [ ] Stop', '- [x] Stop'), planned, importer());
    expect(read.ok && [read.value.leftOut, read.value.run.entries.map(({ key }) => key)]).toEqual([[], ['mark/stop']]);
  });

  const twins = readStructure(
    makePage({
      sections: [
        { anchor: 'web', title: 'Web', depth: 2, parent: '' },
        { anchor: 'api', title: 'API', depth: 2, parent: '' },
      ],
      items: [
        makeItem('ping--web', { text: 'Ping', section: 'web' }),
        makeItem('ping--api', { text: 'Ping', section: 'api' }),
        makeItem('rotate-keys', { text: 'Rotate the keys (if applicable)', section: 'api' }),
        makeItem('group', { text: 'Checks', section: 'api' }),
        makeItem('lint', { text: 'Lint', section: 'api', parent: 'group', list: 1 }),
        makeItem('log--1-of-2', { text: 'Log', section: 'api' }),
        makeItem('log--2-of-2', { text: 'Log', section: 'api' }),
        makeItem('backed-up', { text: 'Backed up', section: 'api', initial: 'done' }),
      ],
    }),
  );
  const read = (markdown: string) => {
    const result = readMarkdown(markdown, twins, importer());
    if (!result.ok) return result.reason;
    const entries = result.value.run.entries.map(({ key, value }) => `${key} ${value}`);
    return [...entries, ...result.value.leftOut.map(({ line, reason }) => `${line} ${reason}`)];
  };

  test('[EX6] entries are the importer’s, as of now, in a run of their own', () =>
    expect(readMarkdown('- [x] Lint', twins, importer({ now: 29_700_007 }))).toEqual({
      ok: true,
      value: {
        run: {
          id: 'facade00',
          page: 'runbooks/release',
          start: 29_700_007,
          entries: [{ key: 'mark/lint', value: 'done', at: 29_700_007, seq: 0, by: 'Im' }],
        },
        from: 'copy',
        leftOut: [],
        missing: 0,
      },
    }));

  test.each<[string, string, string[] | string]>([
    ['twins go by their heading', '## API\n- [x] Ping', ['mark/ping--api done']],
    ['a setext heading is one', 'API\n---\n- [x] Ping', ['mark/ping--api done']],
    [
      'a task whose text is underlined is a heading',
      '- [x] Lint\n  ----\n- [~] Rotate the keys (if applicable)\n  ==',
      ['mark/lint done', 'mark/rotate-keys skipped'],
    ],
    [
      'a line across the page ends a task',
      '- [x] Lint\n---\n* [~] Rotate the keys (if applicable)\n* * *',
      ['mark/lint done', 'mark/rotate-keys skipped'],
    ],
    [
      'labels that are defined are links',
      '## [API] \n- [x] Ping\n- [x] [Lint]\n\n[lint]: x.md\n[Api]: y',
      ['mark/lint done', 'mark/ping--api done'],
    ],
    [
      'others, and those in code, are text',
      '- [x] [Lint]\n- [x] `[Log]`\n- [x] Some ^lint\n\n[log]: x',
      ['mark/lint done', '1 unknown', '2 unknown'],
    ],
    ['after another blank than GitHub knows there is no task', '-\u00a0[x] Lint\n- [x]\u3000Lint', 'no-tasks'],
    ['a twin without a heading is ambiguous', '- [x] Ping', 'other-checklist'],
    ['and is named', '- [x] Lint\n- [x] Ping', ['mark/lint done', '2 ambiguous']],
    [
      'one twin of two under a heading is ambiguous',
      '## API\n- [x] Lint\n- [x] Log',
      ['mark/lint done', '3 ambiguous'],
    ],
    ['both are told apart by their order', '## API\n- [ ] Log\n- [x] Log', ['mark/log--2-of-2 done']],
    ['an id is pinned once', '- [x] Some ^lint\n- [~] Other ^lint', ['mark/lint done', '2 unknown']],
    ['words that the page does not have are named', '- [x] Lint\n* [X] Lunch', ['mark/lint done', '2 unknown']],
    ['open ones are not', '- [x] Lint\n* [ ] Lunch', ['mark/lint done']],
    [
      'markup, a guide’s link and a wrapped line do not matter',
      '1) [~] **Rotate** [the\n   keys](x) (if applicable) ([How](../g.md))',
      ['mark/rotate-keys skipped'],
    ],
    ['a pinned id goes before the words', '+ [x] Rotate all ^rotate-keys', ['mark/rotate-keys done']],
    ['a ticked group is named where its items are open', '- [x] Checks\n  - [ ] Lint', ['1 group']],
    ['and is silent where they are settled', '- [x] Checks\n  - [x] Lint', ['mark/lint done']],
    ['what the source ticks says nothing', '- [x] Backed up\n- [x] Lint', ['mark/lint done']],
    [
      'code, comments, raw HTML and front matter hold no tasks',
      '---\n- [x] Lint\n---\n```\n- [x] Lint\n```\n<!--\n- [x] Lint\n-->\n<div>\n- [x] Lint\n</div>\n\n    - [x] Lint\n',
      'no-tasks',
    ],
    ['details hold them after a blank line', '<details>\n\n- [x] Lint\n</details>', ['mark/lint done']],
    ['quotes hold them', '> - [x] Lint', ['mark/lint done']],
    ['a byte order mark is no part of the first line', '\uFEFF## API\n- [x] Ping', ['mark/ping--api done']],
    ['old Macintosh lines are lines', '# A\r- [x] Lint\r', ['mark/lint done']],
    ['look-alikes are none', '- [] Lint\n-[x] Lint\n- \\[x] Lint\n[x] Lint\n- [x]Lint', 'no-tasks'],
  ])('[EX5] [EX6] %s', (_, markdown, expected) => expect(read(markdown)).toEqual(expected));

  test('[EX6] an item with values is found by the words around them; one without words is taken for no task', () => {
    const items = [
      makeItem('value', { text: '{{host}}' }),
      makeItem('deploy', { text: 'Déploy {{version}} to  {{host}} ' }),
      makeItem('lint', { text: 'Lint' }),
    ];
    const page = readStructure(makePage({ items }));
    const copy = '- [x] Buy milk\n- [x] De\u0301ploy v2 to web-1\n- [x] Lint';
    const result = readMarkdown(copy, page, importer());
    expect(result.ok && result.value.run.entries.map(({ key }) => key)).toEqual(['mark/deploy', 'mark/lint']);
    expect(result.ok && result.value.leftOut).toEqual([{ line: 1, text: 'Buy milk', reason: 'unknown' }]);
  });

  test('[EX6] a part of an export is read, too, though its first lines were left behind', () => {
    const entries = [
      { key: 'mark/ping--api', value: 'failed', at: 29_700_000, seq: 0, by: 'AB' },
      { key: 'mark/rotate-keys', value: 'skipped', at: 29_700_000, seq: 0, by: 'AB' },
    ];
    const written = writeMarkdown(twins, { id: '00c0ffee', page: 'x', start: 1, entries }, words);
    const part = written.slice(written.indexOf('## API'), written.indexOf('## Log'));
    expect(read(part)).toEqual(['mark/rotate-keys skipped', 'mark/ping--api failed']);
  });
});
