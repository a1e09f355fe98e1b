import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContent, createCompiler } from '~/build/check/check';
import { showProblem } from '~/build/markdown/problem';
import { findOutput, readBlocks } from './blocks';

const guide = 'content/guides/writing-a-runbook.mdx';
const blocks = readBlocks(guide);
const root = mkdtempSync(path.join(tmpdir(), 'authors-guide-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The block that follows a sentence of the guide. */
function blockAfter(sentence: string) {
  const line = readFileSync(guide, 'utf8').split('\n').findIndex((text) => text.startsWith(sentence)) + 1;
  const found = blocks.find((block) => block.line > line);
  if (line === 0 || found === undefined) throw new Error(`${guide} has no block after “${sentence}”`);
  return found;
}

/** All that the check says of a site with this one runbook, as it prints it. */
function check(name: string, code: string): string {
  const content = path.join(root, name, 'content');
  mkdirSync(path.join(content, 'runbooks'), { recursive: true });
  writeFileSync(path.join(content, 'runbooks', `${name}.md`), code);
  return checkContent({ root: path.join(root, name), contentDir: 'content', base: '/', today: '2026-11-26' })
    .map((problem) => `${problem.severity === 'error' ? 'error  ' : 'warning'}  ${showProblem(problem)}\n`)
    .join('');
}

describe("the authors' guide", () => {
  test('has a complete file, of which the check has nothing to say', () => {
    const { code } = blockAfter('Copy this into');
    expect(check('restart-the-queue', code)).toBe('');
    const file = path.join(root, 'restart-the-queue/content/runbooks/restart-the-queue.md');
    const { page } = createCompiler({ contentDir: path.join(root, 'restart-the-queue/content'), base: '/' })(file).data;
    expect(page.items).toHaveLength(10);
    expect(page.fields).toHaveLength(2);
    expect(page.holds).toHaveLength(1);
    expect(page.contingencies).toHaveLength(1);
  });

  test('shows what the check says of a file with the usual mistakes', () => {
    const faulty = blockAfter('This file has five mistakes');
    expect(check('restart', faulty.code)).toBe(findOutput(blocks, faulty)?.code);
  });

  test('says of headings which anchors they have', () => {
    const rows = [...readFileSync(guide, 'utf8').matchAll(/^\| `## (.+)` \| `(.+)` \|$/gm)].map(([, heading, anchor]) => ({ heading, anchor }));
    expect(rows.length).toBeGreaterThan(3);
    mkdirSync(path.join(root, 'headings/guides'), { recursive: true });
    const file = path.join(root, 'headings/guides/headings.md');
    writeFileSync(file, rows.map(({ heading }) => `## ${heading}\n\n- [ ] Below “${heading}”\n\n`).join(''));
    const { page } = createCompiler({ contentDir: path.join(root, 'headings'), base: '/' })(file).data;
    expect(page.sections.map(({ anchor }) => anchor)).toEqual(rows.map(({ anchor }) => anchor));
  });
});
