import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '~/core/export/read-markdown';
import { writeMarkdown } from '~/core/export/write-markdown';
import { forAll } from '../law';
import { importer, pageAndRun, pageOf, words, writeSource } from './pages';
import { readStructure } from '~/core/checklist/structure';

describe('exports in Markdown', () => {
  test('[EX3] import of export is the run, with nothing left out', () =>
    forAll([pageAndRun, fc.boolean()], ([structure, run], windows) => {
      const written = writeMarkdown(structure, run, words);
      const arrived = windows ? `\uFEFF${written.replaceAll('\n', '\r\n')}` : written;
      expect(readMarkdown(arrived, structure, importer())).toEqual({
        ok: true,
        value: { run, from: 'markdown', leftOut: [], missing: 0 },
      });
    }));
});

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
});
