import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '~/core/export/read-markdown';
import { writeMarkdown } from '~/core/export/write-markdown';
import { stateOf } from '~/core/run/run';
import { forAll } from '../law';
import { importer, page, pageAndRun, text, words, writeSource } from './pages';
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
