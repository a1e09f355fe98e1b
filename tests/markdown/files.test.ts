import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent, createCompiler } from '~/build/check/check';
import { findLeftOut, findSameIds, listPages } from '~/build/markdown/list-pages';
import { pageIdOf } from '~/build/markdown/page-path';
import { findRepositoryRoot, repositoryPage, sourceAddress } from '~/build/site/source-address';

let root: string;
const write = (file: string, text: string): string => {
  const full = path.join(root, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
};
const compile = (file: string, repository = '') =>
  createCompiler({ root, contentDir: 'content', base: '/docs', repository })(file);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'runsheet-'));
  mkdirSync(path.join(root, '.git'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('names of files', () => {
  it.each([
    ['Incident #42.md', 'incident-42'],
    ['ready?.md', 'ready'],
    ['100%.md', '100'],
    ['50%25 #.md', '50-25'],
    ['???.md', 'page'],
    ['C#/Deploy.markdown', 'c/deploy'],
    ['Loud.MD', 'loud'],
    ['Notes.mkd', 'notes'],
    ['Gro\u0308\u00dfe.md', 'gr\u00f6\u00dfe'],
    ['-draft-.md', '-draft-'],
    ['DB: restore.md', 'db--restore'],
    ['12:30 restart.md', '12:30-restart'],
  ])('%s has the address %s', (file, id) => {
    write(`content/runbooks/${file}`, '- [ ] Do it\n');
    expect(listPages(path.join(root, 'content'))).toEqual([`runbooks/${file}`]);
    expect(pageIdOf(file)).toBe(id);
    expect(compile(path.join(root, 'content/runbooks', file)).data.page.id).toBe(`runbooks/${id}`);
  });

  it('of modules are left out and named where they cannot be loaded', () => {
    write('content/runbooks/a#b.mdx', '');
    write('content/guides/Loud.MDX', '');
    write('content/guides/fine.mdx', '');
    expect(listPages(path.join(root, 'content'))).toEqual(['guides/fine.mdx']);
    expect(findLeftOut(path.join(root, 'content'), 'content')).toEqual([
      expect.objectContaining({ severity: 'broken', file: 'content/guides/Loud.MDX' }),
      expect.objectContaining({ severity: 'broken', file: 'content/runbooks/a#b.mdx' }),
    ]);
  });

  it('are followed where they are links, but not in a circle', () => {
    const file = write('elsewhere/a.md', '- [ ] Do it\n');
    write('elsewhere/in/b.md', '- [ ] Do it\n');
    mkdirSync(path.join(root, 'content/runbooks'), { recursive: true });
    symlinkSync(file, path.join(root, 'content/runbooks/linked.md'));
    symlinkSync(path.dirname(file), path.join(root, 'content/runbooks/folder'));
    symlinkSync(path.join(root, 'content/runbooks'), path.join(root, 'elsewhere/in/round'));
    // The pages of a folder above would be there twice, under addresses that no link leads to.
    write('content/guides/c.md', '');
    symlinkSync(path.join(root, 'content'), path.join(root, 'content/runbooks/up'));
    symlinkSync(path.join(root, 'nowhere.md'), path.join(root, 'content/runbooks/broken.md'));
    expect(listPages(path.join(root, 'content'))).toEqual([
      'guides/c.md',
      'runbooks/folder/a.md',
      'runbooks/folder/in/b.md',
      'runbooks/linked.md',
    ]);
  });

  it.each([
    ['x.md', 'x.md.md'],
    ['x.md', 'x/page.json.md'],
    ['x.md', 'X.MD'],
  ])('%s and %s would be one file of the site: told', (one, other) => {
    write(`content/runbooks/${one}`, '');
    write(`content/runbooks/${other}`, '');
    expect(findSameIds(path.join(root, 'content'), 'content')).toEqual([
      expect.objectContaining({ severity: 'error' }),
    ]);
  });

  it('are found by links however a Mac has written them', () => {
    write('content/guides/Gro\u0308\u00dfe.md', '# Size\n');
    const { data, output } = compile(write('content/runbooks/a.md', '[size](../guides/Gr\u00f6\u00dfe.md)\n'));
    expect(data.problems).toEqual([]);
    expect(output).toContain('<a href="/docs/guides/gr%C3%B6%C3%9Fe/">size</a>');
  });
});

describe('a link to a file that is no page', () => {
  const github = 'https://github.com/team/shop';
  const source =
    '[code](<../../src/a b.ts#L3>) [folder](../../src) [new](../../issues/new) [gone](../../src/gone.ts)\n';

  it('leads to the repository, as on GitHub', () => {
    write('src/a b.ts', '');
    const { data, output } = compile(write('content/runbooks/a.md', source), github);
    expect(output).toContain(`href="${github}/blob/main/src/a%20b.ts#L3"`);
    expect(output).toContain(`href="${github}/tree/main/src"`);
    expect(output).toContain(`href="${github}/issues/new"`);
    expect(data.problems.map(({ message }) => message)).toEqual([expect.stringContaining('`../../src/gone.ts`')]);
  });

  it('leads nowhere where the repository is not given, and says what to give', () => {
    write('src/a.ts', '');
    const { data, output } = compile(write('content/runbooks/a.md', '[code](../../src/a.ts)\n'));
    expect(output).toContain(
      '<span class="dead">code<small class="nowhere"> (leads nowhere: ../../src/a.ts)</small></span>',
    );
    expect(data.problems).toEqual([
      expect.objectContaining({ severity: 'broken', message: expect.stringContaining('`repository:`') as string }),
    ]);
  });

  it.each([
    ['https://gitlab.com/team/shop', 'https://gitlab.com/team/shop/-/blob/main/a.sh'],
    ['https://codeberg.org/team/shop', 'https://codeberg.org/team/shop/src/branch/main/a.sh'],
    ['https://example.com/shop/-/edit/trunk', 'https://example.com/shop/-/blob/trunk/a.sh'],
    ['https://github.com/team/shop/edit/next/ops', 'https://github.com/team/shop/blob/next/ops/a.sh'],
  ])('at %s is %s', (repository, address) => expect(sourceAddress(repository, 'a.sh', 'blob')).toBe(address));

  it('is looked for in the repository that the content is in', () => {
    expect(findRepositoryRoot(path.join(root, 'content/runbooks'), '/')).toBe(root);
    expect(repositoryPage('https://github.com/team/shop/edit/main/', '../../discussions/3')).toBe(
      'https://github.com/team/shop/discussions/3',
    );
    expect(repositoryPage('https://github.com/team/shop', '../notes/a.md')).toBeUndefined();
  });
});

describe('one page in trouble', () => {
  it('says so with its own line, and a page that links to it is whole', () => {
    write('content/guides/broken.mdx', '---\ntitle: x\n---\n\n## Steps\n\nLog in to <host>\n');
    write('content/runbooks/a.md', '- [ ] Do it ([How](../guides/broken.mdx#steps))\n');
    expect(checkContent({ root, contentDir: 'content', base: '/' })).toEqual([
      expect.objectContaining({ severity: 'broken', file: 'content/guides/broken.mdx', line: 7 }),
    ]);
  });

  it('may be nested as deep as anybody writes', () => {
    const lines = Array.from({ length: 120 }, (_, i) => `${'  '.repeat(i)}- [ ] Level ${i}`);
    expect(compile(write('content/runbooks/a.md', lines.join('\n'))).data.page.items).toHaveLength(120);
  });

  it('is shown as it is written, and told, where it is nested deeper than browsers can show', () => {
    for (const [name, source] of [
      ['quotes.md', `# A\n\nFirst.\n\n${'>'.repeat(3_000)} - [ ] One\n`],
      ['lists.md', `# A\n\nFirst.\n\n${'- '.repeat(3_000)}x\n`],
      ['emphasis.md', `# A\n\nFirst.\n\n${'*'.repeat(3_000)}x${'*'.repeat(3_000)}\n`],
      ['quotes.mdx', `# A\n\nFirst.\n\n${'>'.repeat(3_000)} - [ ] One\n`],
    ]) {
      const { data, output } = compile(write(`content/runbooks/deep/${name}`, source ?? ''));
      expect(data.problems, name).toEqual([
        expect.objectContaining({
          severity: 'broken',
          line: 5,
          message: expect.stringContaining('nested less than 200 deep'),
        }),
      ]);
      expect(output).toContain('# A');
    }
    const divs = `${'<div>'.repeat(3_000)}x${'</div>'.repeat(3_000)}\n\n- [ ] One\n`;
    expect(compile(write('content/runbooks/deep/divs.md', divs)).data.page.items).toHaveLength(1);
  });

  it('is told where a file is no text in UTF-8', () => {
    for (const bytes of [
      Buffer.from('# A\n\n- [ ] One', 'utf16le'),
      Buffer.from('# A\n\n- [ ] Gr\xfc\xdfe', 'latin1'),
    ]) {
      const file = write('content/runbooks/a.md', '');
      writeFileSync(file, bytes);
      const { problems } = compile(file).data;
      expect(problems[0]?.message).toMatch(/^Expected a text in UTF-8/);
      expect(problems[0]?.line).toBe(bytes.includes(0xfc) ? 3 : 1);
    }
  });

  it('is told when a run of it cannot be sent as a link', () => {
    const rows = Array.from({ length: 513 }, (_, i) => `| ${i} | [Name] |`);
    const { data } = compile(write('content/runbooks/a.md', `| No. | Who |\n| - | - |\n${rows.join('\n')}\n`));
    expect(data.problems).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message:
          'Expected at most 512 fields on a page, found 513: a run of it cannot be shared as a link. Divide the page.',
      }),
    ]);
  });

  it('names its line where a “How” leads nowhere', () => {
    const { data } = compile(write('content/runbooks/a.md', '# A\n\n- [ ] One\n- [ ] Two ([How](gone.md))\n'));
    expect(data.problems).toEqual([expect.objectContaining({ severity: 'broken', line: 4 })]);
  });
});
