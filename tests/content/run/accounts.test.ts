import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findBlock, isRunnable, readBlocks } from '../blocks';
import { mask, saysTheSame } from './compare';
import { scenarios } from './scenarios/all';
import { notRun } from './scenarios/not-run';

const guides = globSync('content/guides/*.md').sort();
const nameOf = (file: string): string => file.replace(/^content\/guides\/(.*)\.md$/, '$1');

describe('every block that somebody would run is accounted for', () => {
  test.each(guides)('%s', (file) => {
    const name = nameOf(file);
    const blocks = readBlocks(file);
    const scenario = scenarios.find(({ guide }) => guide === name);
    const skipped = { ...(scenario?.skipped ?? {}), ...(notRun[name] ?? {}) };
    const run = (scenario?.steps ?? []).flatMap((step) => (step.kind === 'shell' ? [] : [findBlock(blocks, step.section, step.nth).line]));
    const left = Object.keys(skipped).map((key) => {
      const [, section = '', nth] = /^"(.*)" (\d+)$/.exec(key) ?? [];
      return findBlock(blocks, section, Number(nth)).line;
    });
    expect(left.filter((line) => run.includes(line)), 'both run and left out').toEqual([]);
    const accounted = new Set([...run, ...left]);
    const open = blocks.filter((block) => isRunnable(block) && !accounted.has(block.line));
    expect(open.map(({ line, section, language }) => `${file}:${line} ${language} below “${section}”`)).toEqual([]);
  });
});

describe('what was printed is compared with what is shown', () => {
  test('times and hashes do not count, words and numbers do', () => {
    expect(saysTheSame('2026-11-26 10:00:01.5+00 f4d52b8ec486\n  2 rows', '2026-11-25 09:59:59+00 17bb7ce7b5d4\n 2 rows')).toBe(true);
    expect(saysTheSame('3 failed', '0 failed')).toBe(false);
    expect(saysTheSame('ended with 3', 'ended with 0', 'loose')).toBe(true);
    expect(saysTheSame('FAILED', 'ok', 'loose')).toBe(false);
  });

  test('the width of a table does not count', () => {
    expect(mask(' a  | b\n----+---\n 1  | 2')).toBe(mask(' a | b\n---+--\n 1 | 2'));
  });
});
