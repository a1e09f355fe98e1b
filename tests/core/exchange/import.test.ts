import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStructure } from '~/core/page/structure';
import { writeArchive } from '~/core/exchange/archive';
import { compareRuns } from '~/core/exchange/compare-runs';
import { readExport } from '~/core/exchange/read-export';
import { writeJson } from '~/core/exchange/write-json';
import { writeMarkdown } from '~/core/exchange/write-markdown';
import { keys, type Entry } from '~/core/run/entry';
import { mergeRuns, stateOf, valueOf, type Run } from '~/core/run/run';
import { expectLinear } from '../../hostile/work';
import { itemIds, makeItem, makePage, run } from '../arbitraries';
import { forAll } from '../law';
import { hostile, importer, pageAndRun, words } from './pages';

const small = readStructure(makePage({ items: itemIds.map((id) => makeItem(id, { text: `Do ${id}` })) }));
const read = (text: unknown) => readExport(text, small, importer());
const identity = 'Runsheet export 1 · runbooks/release · run 00c0ffee · started 2026-11-22 14:00 UTC · 1 entry';

describe('exports in JSON', () => {
  test('[EX9] import of export is the run', () =>
    forAll([pageAndRun], ([structure, made]) =>
      expect(readExport(writeJson(structure, made), structure, importer())).toEqual({
        ok: true,
        value: { run: made, from: 'json', leftOut: [], missing: 0 },
      }),
    ));

  test('[EX9] name what the run speaks of, for those who have no page beside it', () => {
    const entry = { key: keys.mark('__proto__'), value: 'done', at: 1, seq: 0, by: 'AB' };
    const written = writeJson(small, { id: '00c0ffee', page: 'runbooks/release', start: 0, entries: [entry] });
    expect(Object.entries(JSON.parse(written).texts)).toEqual([['__proto__', 'Do __proto__']]);
    expect(JSON.parse(written)).toMatchObject({ title: 'Release', format: 1 });
    expect(written).toContain('\n    ["mark/__proto__","done",1,0,"AB"]\n');
  });

  test('[EX9] the two kinds of file are told apart', () =>
    forAll([run, fc.constantFrom('', '\uFEFF', ' \r\n')], (made, before) => {
      expect(read(before + writeJson(small, made))).toMatchObject({ ok: true, value: { from: 'json', run: made } });
      const markdown = before + writeMarkdown(small, made, words);
      expect(read(markdown)).toMatchObject({ ok: true, value: { from: 'markdown', run: made } });
    }));

  test('[EX11] a page takes from an archive the only run that is its own', () => {
    const own = { id: '00c0ffee', page: small.page.id, start: 0, entries: [] };
    const foreign = { ...own, page: 'runbooks/other' };
    expect(read(writeArchive([foreign, own]))).toMatchObject({ ok: true, value: { from: 'json', run: own } });
    expect(read(writeArchive([foreign]))).toMatchObject({ ok: true, value: { run: foreign } });
    expect(read(writeArchive([own, { ...own, id: '0badcafe' }]))).toEqual({ ok: false, reason: 'many-runs' });
    expect(read(writeArchive([]))).toEqual({ ok: false, reason: 'not-a-run' });
    expect(read('{"archive":2}')).toEqual({ ok: false, reason: 'newer' });
  });

  test('[EX9] Markdown that begins with a component is no JSON', () =>
    expect(read('{/* a comment */}\n\n- [x] Do backup')).toMatchObject({ ok: true, value: { from: 'copy' } }));
});

describe('what cannot be read', () => {
  test.each<[string, unknown]>([
    ['not-text', undefined],
    ['not-text', new Uint8Array(3)],
    ['no-tasks', ''],
    ['no-tasks', '\uFEFF'],
    ['no-tasks', 'The server is on fire.'],
    ['other-checklist', '- [x] Buy milk'],
    ['not-json', '{"format":1,'],
    ['newer', '{"format":2}'],
    ['newer', 'Runsheet export 2 · anything at all'],
    ['several-runs', `${identity}\n\n${identity}`],
    ['too-long', `- [x] Do backup${' '.repeat(10_000_000)}`],
    ['too-long', `{${' '.repeat(10_000_000)}`],
  ])('[EX8] is refused as %s', (reason, text) => expect(read(text)).toEqual({ ok: false, reason }));

  const piece = fc.oneof(
    fc.constantFrom(...hostile, '- [x] Do backup', identity, '\n', '\r\n', '  ', '> ', '```', '- ', '{', '"', '\0'),
    fc.constantFrom(
      '- 2026-11-22 14:03 UTC · ',
      'AB · x · done · `mark/backup`',
      '- 9999-99-99 99:99 UTC +99999999 · ',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );

  test('[EX8] anything at all is read or refused, never thrown', () =>
    forAll([fc.array(piece, { maxLength: 40 })], (pieces) => expect(read(pieces.join(''))).toHaveProperty('ok')));

  // Each once took minutes, or overflowed the stack of a pattern.
  test.each([
    ['lines', '\n'],
    ['headings and twins', '# a\n- [x] Do backup\n'],
    ['quote marks', '>'],
    ['spaces before a box', '- [x] a                                                   '],
    ['brackets', '- [x] [['],
    ['comments that never end', '- [x] <!--'],
    ['guides', '- [x] [how](a) '],
    ['list marks', '- '],
    ['backslashes in a failure', '- [ ] ✗ **\\a'],
    ['broken log lines', `${identity}\n- 2026-11-22 14:03 UTC · `],
  ])('[EX8] a million characters of %s are read or refused, with work that grows with their number alone', (_, part) =>
    expectLinear((length) => expect(read(part.repeat(Math.floor(length / part.length)))).toHaveProperty('ok'), 125_000),
  );
});

/** Two runs that have entries in common, as after a hand-over. */
const handedOver = fc
  .tuple(run, run, run)
  .map(([a, b, common]): [Run, Run] => [mergeRuns(a, common), mergeRuns(b, common)]);

describe('what two runs differ in', () => {
  test('[EX10] the winner is what merging shows', () =>
    forAll([handedOver], ([mine, theirs]) => {
      const merged = stateOf(mergeRuns(mine, theirs));
      for (const { key, winner, ...sides } of compareRuns(mine, theirs, small).differences) {
        expect(merged.get(key)).toEqual(sides[winner]);
      }
    }));

  test('[EX10] what is not listed shows alike on both sides', () =>
    forAll([handedOver], ([mine, theirs]) => {
      const listed = new Set(compareRuns(mine, theirs, small).differences.map(({ key }) => key));
      const unlisted = [...stateOf(mergeRuns(mine, theirs)).keys()].filter((key) => !listed.has(key));
      const shown = (side: Run, key: string) => valueOf(stateOf(side), key) || (key.startsWith('mark/') ? 'todo' : '');
      for (const key of unlisted) expect(shown(mine, key)).toBe(shown(theirs, key));
    }));

  test('[EX10] the entries that one side alone has are all there', () =>
    forAll([handedOver], ([mine, theirs]) => {
      const { onlyMine, onlyTheirs } = compareRuns(mine, theirs, small);
      const has = (entries: readonly Entry[], one: Entry) =>
        entries.some((e) => JSON.stringify(e) === JSON.stringify(one));
      expect(onlyTheirs).toEqual(theirs.entries.filter((entry) => !has(mine.entries, entry)));
      expect(onlyMine).toEqual(mine.entries.filter((entry) => !has(theirs.entries, entry)));
    }));

  test('[EX10] a run does not differ from itself', () =>
    forAll([run], (mine) =>
      expect(compareRuns(mine, mine, small)).toEqual({ differences: [], onlyMine: [], onlyTheirs: [] }),
    ));

  test('[EX10] they come in the order of the page, and with both entries', () => {
    const entry = (key: string, value: string, at: number): Entry => ({ key, value, at, seq: 0, by: 'AB' });
    const made = (...entries: Entry[]): Run => ({ id: '00c0ffee', page: 'p', start: 0, entries });
    const mine = made(entry('mark/deploy', 'done', 2), entry('note/gone', 'x', 3));
    const theirs = made(
      entry('mark/older', 'todo', 1),
      entry('mark/deploy', 'failed', 1),
      entry('mark/backup', 'done', 4),
      entry('mark/verify', 'todo', 5),
    );
    expect(compareRuns(mine, theirs, small).differences).toMatchObject([
      { key: 'mark/backup', subject: { kind: 'mark', item: 'backup' }, mine: undefined, winner: 'theirs' },
      { key: 'mark/deploy', mine: { at: 2 }, theirs: { at: 1 }, winner: 'mine' },
      { key: 'note/gone', theirs: undefined, winner: 'mine' },
    ]);
  });
});
