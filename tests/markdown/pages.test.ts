import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkContent, createCompiler, findSameIds } from '~/build/check/check';
import { checkFromCommandLine } from '~/build/check/cli';
import { pageAddress, pageIdOf } from '~/build/markdown/page-path';
import { readSite, readSiteFile } from '~/build/site/read-site';

let root: string;
const write = (file: string, text: string): string => {
  const full = path.join(root, 'content', file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
};
const options = () => ({ root, contentDir: 'content', base: '/' });

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'runsheet-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a page', () => {
  it('has its path as id: lower case, dashes for spaces, without ending', () => {
    expect(pageIdOf('runbooks/Team A/Go Live.MD')).toBe('runbooks/team-a/go-live');
    expect(pageAddress('/docs/', 'guides/größe')).toBe('/docs/guides/gr%C3%B6%C3%9Fe/');
  });

  it('may have 750 items, each with an id of its own', () => {
    const lines = Array.from(
      { length: 750 },
      (_, i) => `${i % 3 === 2 ? '  ' : ''}- [${i % 5 ? ' ' : 'x'}] Step ${i % 700}`,
    );
    const { data, output } = createCompiler(options())(write('runbooks/long.md', lines.join('\n')));
    expect(data.page.items).toHaveLength(750);
    expect(new Set(data.page.items.map(({ id }) => id))).toHaveProperty('size', 750);
    expect(output.match(/data-item=/g)).toHaveLength(750);
    expect(data.page.items.filter(({ initial }) => initial === 'done')).toHaveLength(150);
  });

  it('that has the address of another is an error that names both', () => {
    write('runbooks/Go live.md', '');
    write('runbooks/go-live.mdx', '');
    const [problem, ...others] = findSameIds(path.join(root, 'content'), 'content');
    expect(others).toEqual([]);
    expect(problem?.message).toContain('content/runbooks/Go live.md');
    expect(problem?.file).toBe('content/runbooks/go-live.mdx');
  });

  it('that is linked to is read again after it has changed', () => {
    const guide = write('guides/a.md', '## One');
    const runbook = write('runbooks/b.md', '[x](../guides/a.md#two)');
    const compile = createCompiler(options());
    expect(compile(runbook).data.problems).toHaveLength(1);
    writeFileSync(guide, '## Two\n\nmore');
    expect(compile(runbook).data.problems).toEqual([]);
  });

  it('may link to itself by a parameter alone, as a form would', () => {
    const { data, output } = createCompiler(options())(write('guides/a.md', '## A\n\n[Again](?view=all#a)'));
    expect(data.problems).toEqual([]);
    expect(output).toContain('<a href="/guides/a/?view=all#a">Again</a>');
  });

  it('may link in a circle', () => {
    write('guides/a.md', '## A\n\n[b](b.md#b)');
    write('guides/b.md', '## B\n\n[a](a.md#a)');
    expect(checkContent(options())).toEqual([]);
  });

  it('that is no valid MDX is an error of that file and line, and the others are still checked', () => {
    write('guides/a.mdx', '---\ntitle: x\n---\n\nLog in to <cluster_name>\n');
    write('guides/b.md', '[x](nowhere.md)');
    const [broken, ...others] = checkContent(options());
    expect(broken).toMatchObject({ file: 'content/guides/a.mdx', line: 5 });
    expect(broken?.message).toMatch(/^This is not valid MDX: Expected a closing tag for `<cluster_name>`.*write `\\<`/);
    expect(others.map(({ file }) => file)).toEqual(['content/guides/b.md']);
  });
});

describe('site.yaml', () => {
  it('may be missing', () => {
    const site = {
      ...{ title: 'Runsheet', description: '', repository: '', lang: 'en', isLangGiven: false },
      ...{ strict: false, synonyms: [], values: [], navigation: [], folders: { runbooks: [''], guides: [] } },
    };
    mkdirSync(path.join(root, 'content'));
    expect(readSite('content', root)).toEqual(site);
  });

  it('orders the pages, by id or by file', () => {
    write('runbooks/Go live.md', '');
    write('guides/a.md', '');
    write('site.yaml', 'navigation:\n  - runbooks/Go live.md\n  - { title: Help, pages: [guides/a] }\n');
    expect(readSite('content', root).navigation).toEqual([
      { title: undefined, pages: ['runbooks/go-live'] },
      { title: 'Help', pages: ['guides/a'] },
    ]);
  });

  it('says what was expected and found, with file and line', () => {
    write('site.yaml', 'title: 3\nlang: english please\n');
    expect(() => readSite('content', root)).toThrow(
      [
        'content/site.yaml:1  title: expected text, found 3. Put it right, or take it out: then the build goes on.',
        'content/site.yaml:2  lang: expected a language, such as en or pt-BR, found "english please". Put it right, or take it out: then the build goes on.',
      ].join('\n'),
    );
  });

  it('leaves a page out that does not exist and names the nearest; a strict site stops', () => {
    write('guides/rollback.md', '');
    const navigation = 'navigation:\n  - guides/rolback\n';
    write('site.yaml', navigation);
    const message =
      'navigation: expected a page, found `guides/rolback`, which is left out. The nearest: `guides/rollback`.';
    expect(readSiteFile('content', root).problems).toEqual([
      { severity: 'broken', file: 'content/site.yaml', line: 2, message },
    ]);
    expect(readSite('content', root).navigation).toHaveLength(1);
    write('site.yaml', `${navigation}strict: true\n`);
    expect(() => readSite('content', root)).toThrow(`content/site.yaml:2  ${message}`);
  });
});

describe('npm run content', () => {
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  });
  afterEach(() => vi.restoreAllMocks());

  it('fails on what is broken, not on warnings', () => {
    write('runbooks/a.md', '- [] a\n');
    expect(checkFromCommandLine([], root)).toBe(0);
    expect(said.at(-1)).toBe('1 page: 0 errors, 1 warning\n');
    write('runbooks/b.md', '[x](nowhere.md)\n');
    expect(checkFromCommandLine([], root)).toBe(1);
    expect(said.at(-1)).toBe('2 pages: 0 errors, 1 broken, 1 warning\n');
  });

  it('says what repeats once, and each time where', () => {
    write('runbooks/a.md', '- [ ] Check logs\n- [ ] Do it\n- [ ] Check disks\n');
    checkFromCommandLine([], root);
    expect(said.slice(0, 2)).toEqual([
      'warning  content/runbooks/a.md:1  Expected a check to name what is to be seen, found `Check logs`. Add the value: `…: 0 errors`, `…: all green`. (vague-check)\n',
      '           content/runbooks/a.md:3  the same: `Check disks`\n',
    ]);
  });

  it('knows its options, and says which there are', () => {
    expect(checkFromCommandLine(['--fixx'], root)).toBe(2);
    expect(said[0]).toContain('found `--fixx`. The nearest: `--fix`.');
    said.length = 0;
    expect(checkFromCommandLine(['--help'], root)).toBe(0);
    expect(said.join('')).toContain('npm run content -- --fix');
  });

  it('repairs with --fix, and then has nothing to say', () => {
    write('runbooks/a.md', '- [] a\r\n');
    expect(checkFromCommandLine(['--fix'], root)).toBe(0);
    expect(said).toEqual(['content/runbooks/a.md:1  repaired\n', '1 page: 0 errors, 0 warnings\n']);
  });

  it('repairs nothing that a comment says is meant so', () => {
    const sample = 'Text.\n\n<!-- runsheet-ignore look-alike: a sample -->\n\n- [] a\n';
    write('runbooks/a.md', sample);
    expect(checkFromCommandLine(['--fix'], root)).toBe(0);
    expect(said).toEqual(['1 page: 0 errors, 0 warnings\n']);
    expect(readFileSync(path.join(root, 'content/runbooks/a.md'), 'utf8')).toBe(sample);
  });

  it('leaves a file alone whose other bytes it could not write back', () => {
    const file = path.join(root, 'content/runbooks/a.md');
    write('runbooks/a.md', '');
    const latin1 = Buffer.from('- [] Tür schließen\n', 'latin1');
    writeFileSync(file, latin1);
    checkFromCommandLine(['--fix'], root);
    expect(said[0]).toMatch(/^content\/runbooks\/a\.md {2}left alone: it is not UTF-8/);
    expect(readFileSync(file).equals(latin1)).toBe(true);
  });
});
