import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { leftOut, searchableHtml } from '~/build/search/searchable';
import { createCompiler } from '~/build/check/check';

const content = `${process.cwd()}/content`;
const compile = createCompiler({ contentDir: content, base: '/' });

/** What Pagefind keeps of a page: its text, and the places in it. */
async function readIndexed(main: string) {
  const { index } = await createIndex({ excludeSelectors: leftOut });
  const html = `<html lang="en"><body><nav>Menu</nav><main><h1>Title</h1>${main}</main></body></html>`;
  await index?.addHTMLFile({ sourcePath: 'a/index.html', content: searchableHtml(html, 'runbook') });
  const { files } = (await index?.getFiles()) ?? { files: [] };
  const fragment = files.find(({ path }) => path.includes('fragment'))?.content ?? new Uint8Array();
  return JSON.parse(gunzipSync(fragment).toString().slice('pagefind_dcd'.length)) as {
    content: string;
    filters: unknown;
    anchors: { element: string; id: string; text: string; location: number }[];
  };
}

afterAll(close);

describe('the search index', () => {
  it('has every item of a page as a place of its own, with its own text', async () => {
    const { data, output } = compile(`${content}/runbooks/restore-drill.md`);
    const { anchors, filters } = await readIndexed(output);
    const items = anchors.filter(({ element }) => element === 'data').map(({ id, text }) => ({ id, text }));
    expect(items).toEqual(data.page.items.map(({ id, text }) => ({ id, text })));
    expect(filters).toEqual({ kind: ['runbook'] });
  });

  it('has of a group the group’s own text, not what is beneath it', async () => {
    const nested = createCompiler({ contentDir: `${process.cwd()}/tests/search`, base: '/' });
    const { output } = nested(`${process.cwd()}/tests/search/runbooks/nested.md`);
    const { anchors } = await readIndexed(output);
    expect(anchors.map(({ text }) => text)).toEqual(['Outer step', 'Inner step', 'Last']);
    expect(anchors.map(({ location }) => location)).toEqual([1, 3, 7]);
  });

  it('leaves the interface out: links "How", buttons, holds, fields, what a run shows', async () => {
    const { output } = compile(`${content}/runbooks/restore-drill.md`);
    const run =
      '<li class="item" id="x"><div class="row"><label><input type="checkbox"><span class="text">Tick</span></label>';
    const { content: text } = await readIndexed(`${output}${run}<span class="stamp">✓ 14:03</span></div></li>`);
    expect(text).toContain('Tick');
    expect(text).not.toMatch(/\bHow\b|14:03|Menu|Go \/ no-go|Sign\b/);
  });

  it('has scripts without spaces letter by letter, and right-to-left text as it is', async () => {
    const { content: text } = await readIndexed('<h2 id="a">备份数据库</h2><p>النسخ الاحتياطي</p>');
    expect(text).toContain('备 份 数 据 库');
    expect(text).toContain('النسخ الاحتياطي');
  });
});
