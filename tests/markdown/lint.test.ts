import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCompiler } from '~/build/check/check';
import { lintPage, ruleNames } from '~/build/check/lint';
import { showProblem } from '~/build/markdown/problem';

/**
 * Each folder of `lint` is a rule: `bad.md` is what it warns of (`warnings.txt`, written anew with `UPDATE=1`), `good.md` is
 * near it and right.
 */
const fixtures = path.join(import.meta.dirname, 'lint');
const today = '2026-11-23';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'runsheet-'));
  mkdirSync(path.join(root, 'runbooks'));
});
afterEach(() => rmSync(root, { recursive: true }));

function lint(source: string, name = 'page.md'): string {
  const file = path.join(root, 'runbooks', name);
  writeFileSync(file, source);
  const { page } = createCompiler({ root, contentDir: '.', base: '/' })(file).data;
  return lintPage({ source, shown: name, isMdx: name.endsWith('x') }, page, today)
    .map((problem) => `${showProblem(problem)}\n`)
    .join('');
}

describe.each(ruleNames.filter((name) => name !== 'look-alike'))('%s', (rule) => {
  const read = (name: string) => readFileSync(path.join(fixtures, rule, name), 'utf8');
  const warnings = path.join(fixtures, rule, 'warnings.txt');

  it('warns, with file, line and what to do', () => {
    const said = lint(read('bad.md'));
    if (process.env.UPDATE) writeFileSync(warnings, said);
    expect(said).toBe(existsSync(warnings) ? readFileSync(warnings, 'utf8') : '');
    expect(
      said
        .trim()
        .split('\n')
        .every((line) => line.endsWith(`(${rule})`)),
    ).toBe(true);
  });

  it('has nothing to say of what is right', () => expect(lint(read('good.md'))).toBe(''));

  it('is silenced by a comment with a reason before all else', () => {
    const [, front = '', body = ''] = /^(---\n[^]*?\n---\n)?([^]*)$/.exec(read('bad.md')) ?? [];
    expect(lint(`${front}\n<!-- runsheet-ignore ${rule}: this page is a sample -->\n\n${body}`)).toBe('');
  });
});

it('every rule has its fixtures', () => {
  expect(readdirSync(fixtures).toSorted()).toEqual(ruleNames.filter((name) => name !== 'look-alike').toSorted());
});

describe('a comment that silences', () => {
  const vague = (comment: string) => `- [ ] Check one ${comment}\n- [ ] Check another\n`;
  const second = 'page.md:2  Expected a check to name what is to be seen, found `Check another`.';

  it('is about its own line', () => {
    expect(lint(vague('<!-- runsheet-ignore vague-check: seen at once -->'))).toMatch(
      new RegExp(`^${second.replace(/[.`]/g, '.')}[^\n]*\n$`),
    );
  });

  it('is about the next line with text', () => {
    expect(lint('Text.\n\n<!-- runsheet-ignore vague-check: seen at once -->\n\n- [ ] Check one\n')).toBe('');
  });

  it('works in MDX, in braces', () => {
    expect(lint('- [ ] Check one {/* runsheet-ignore vague-check: seen at once */}\n', 'page.mdx')).toBe('');
  });

  it('without a reason is itself a warning, and silences nothing', () => {
    const said = lint(vague('<!-- runsheet-ignore vague-check -->'));
    expect(said).toContain('page.md:1  Expected a reason, found none: write `runsheet-ignore vague-check: ');
    expect(said.match(/\(vague-check\)/g)).toHaveLength(2);
  });

  it('with an unknown rule names the nearest', () => {
    expect(lint('- [ ] Do it <!-- runsheet-ignore vage-check: so -->\n')).toBe(
      'page.md:1  Expected the name of a rule, found `vage-check`. The nearest: `vague-check`.\n',
    );
  });

  it('that silences nothing is a warning: it would hide what comes later', () => {
    expect(lint('- [ ] Do it <!-- runsheet-ignore vague-check: so -->\n')).toContain('Take the comment out.');
  });

  it('silences look-alikes too, in the build as well', () => {
    const source = '- [ ] One <!-- runsheet-ignore look-alike: the next line is a sample -->\n- [] Two\n';
    expect(lint(source)).toContain('Take the comment out.');
    const page = 'Text.\n\n<!-- runsheet-ignore look-alike: a sample -->\n\n- [] Two\n';
    expect(lint(page)).toBe('');
    const file = path.join(root, 'runbooks', 'page.md');
    expect(createCompiler({ root, contentDir: '.', base: '/' })(file).data.problems).toEqual([]);
  });

  it('is text where it stands in code', () => {
    expect(lint('```md\n<!-- runsheet-ignore vague-check -->\n```\n\n- [ ] Do it\n')).toBe('');
  });
});
