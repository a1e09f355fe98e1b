import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkContent, createCompiler } from '~/build/check/check';
import { placePages } from '~/build/markdown/list-pages';
import { readSite, readSiteFile } from '~/build/site/read-site';

let root: string;
let outside: string;

const write = (file: string, text = '# Title\n\n- [ ] Step\n'): void => {
  const target = path.resolve(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
};

/** The addresses of a content folder's pages, by their files. */
const placed = (folder: string): Record<string, string> =>
  Object.fromEntries(
    placePages(path.resolve(root, folder), readSite(folder, root).folders).map(({ file, contentPath }) => [
      file,
      contentPath,
    ]),
  );

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'folders-'));
  outside = mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
});

describe('a content folder', () => {
  it('is one of runbooks itself, where it has neither runbooks/ nor guides/', () => {
    for (const file of ['deploy.md', 'db/restore.md', 'node_modules/x/readme.md', '.github/issue.md']) write(file);
    write('dist/_astro/a.js', '');
    write('dist/runbooks/deploy.md');
    expect(placed('.')).toEqual({ 'deploy.md': 'runbooks/deploy.md', 'db/restore.md': 'runbooks/db/restore.md' });
  });

  it('may name its folders; of two that hold a file, the deeper one decides', () => {
    write('docs/site.yaml', 'folders:\n  runbooks: [./ops/runbooks/, ops/more]\n  guides: .\n');
    for (const file of ['ops/runbooks/db/a.md', 'ops/more/b.md', 'ops/c.md', 'd.md']) write(`docs/${file}`);
    expect(placed('docs')).toEqual({
      'ops/runbooks/db/a.md': 'runbooks/db/a.md',
      'ops/more/b.md': 'runbooks/b.md',
      'ops/c.md': 'guides/ops/c.md',
      'd.md': 'guides/d.md',
    });
  });

  it('may lie anywhere, and its files are named as they are seen from here', () => {
    write(path.join(outside, 'ops/a.md'), '# A\n\n- [ ] Step [How](../howto/b.md) and [gone](gone.md)\n');
    write(path.join(outside, 'howto/b.md'));
    write(path.join(outside, 'site.yaml'), 'folders: { runbooks: [ops], guides: [howto] }\n');
    const { folders } = readSite(outside, root);
    const options = { contentDir: outside, folders, root, base: '/docs' };
    const { data } = createCompiler(options)(path.join(outside, 'ops/a.md'));
    expect(data.page.id).toBe('runbooks/a');
    expect(data.links).toEqual([{ item: 'step-how-and-gone', page: 'guides/b' }]);
    expect(checkContent(options)).toEqual([
      expect.objectContaining({ file: path.relative(root, path.join(outside, 'ops/a.md')), line: 3 }),
    ]);
  });

  it('tells two files with one address apart by their folders', () => {
    write('site.yaml', 'folders: { runbooks: [a, b] }\n');
    for (const file of ['a/deploy.md', 'b/deploy.md']) write(file);
    const { folders } = readSite('.', root);
    expect(checkContent({ contentDir: '.', folders, root, base: '/' })).toMatchObject([
      { severity: 'error', file: 'b/deploy.md', message: expect.stringContaining('`a/deploy.md` has it too') },
    ]);
  });
});

describe('site.yaml', () => {
  const problemsOf = (text: string) => {
    write('site.yaml', text);
    write('runbooks/a.md');
    return readSiteFile('.', root).problems.map(({ line, message }) => `${line} ${message}`);
  };

  it.each(['/etc', '../other', 'ops/../..', 'a/../../b'])('refuses a folder outside of the content: %s', (folder) => {
    expect(problemsOf(`title: T\nfolders:\n  runbooks: ['${folder}']\n`)).toEqual([
      expect.stringMatching(/^3 folders.*expected a folder below the content folder/),
    ]);
  });

  it('says which folder is not there, and what is no kind of page', () => {
    expect(problemsOf('folders:\n  runbooks: [runbooks]\n  guides: [docs]\n')).toEqual([
      '3 folders.guides: expected a folder, found nothing at `docs`.',
    ]);
    expect(problemsOf('folders: { runbook: [ops] }\n')).toEqual([expect.stringContaining('`runbooks:` and `guides:`')]);
  });

  it('says that a content folder is missing: the site of nothing must not take the place of the last good one', () => {
    expect(() => readSite('nowhere', root)).toThrow(/Expected the content folder, found nothing at `.*nowhere`\./);
  });

  it('says that a content folder holds no page, and makes a site of it', () => {
    mkdirSync(path.join(root, 'empty'));
    expect(readSite('empty', root).title).toBe('Runsheet');
    expect(readSiteFile('empty', root).problems).toMatchObject([
      { severity: 'broken', message: expect.stringContaining('found none in `.`') },
    ]);
  });

  it('orders pages by their addresses or by their files', () => {
    write('site.yaml', 'folders: { runbooks: [ops] }\nnavigation: [ops/b.md, runbooks/a]\n');
    for (const file of ['ops/a.md', 'ops/b.md']) write(file);
    expect(readSite('.', root).navigation.flatMap(({ pages }) => pages)).toEqual(['runbooks/b', 'runbooks/a']);
  });
});
