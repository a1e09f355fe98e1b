import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCompiler } from '~/build/check/check';
import { readPage } from '~/build/search/read-page';
import { writeIndex } from '~/build/search/write-index';
import type { PagefindScript } from '~/client/answer/pagefind';
import { chunkOf } from '~/core/search/chunk-of';
import { readPlaces, writePlaces } from '~/core/search/places';
import { indexWord, readTokens } from '~/core/search/tokens';
import { openSearch, type Search } from './ask';
import { wrapPage } from './build-index';

const content = `${process.cwd()}/content`;
const compile = createCompiler({ contentDir: content, base: '/' });

/** Pagefind's script, as far as it makes searches that share nothing with others. */
interface Maker {
  createInstance: (options: { basePath: string; noWorker: boolean }) => PagefindScript;
}

const readMain = (main: string) => readPage(wrapPage('Title', main));

describe('a finished page is read as places', () => {
  it('every item with its own text, and the text beneath it', () => {
    const { data, output } = compile(`${content}/runbooks/restore-drill.md`);
    const items = readMain(output).places.filter(({ level }) => level === 0);
    expect(items.map(({ anchor, own }) => ({ id: anchor, text: own }))).toEqual(
      data.page.items.map(({ id, text }) => ({ id, text })),
    );
  });

  it('whatever the attributes of its first tag hold', () => {
    const html = `<html lang="de" data-page="runbooks/<b>'x" data-note='a > "b"'><head></head><body><main id="ui:main"><h1>Titel</h1></main></body></html>`;
    expect(readPage(html)).toMatchObject({ lang: 'de', places: [{ own: 'Titel' }] });
  });

  it('which are the same once they have been written and read', () => {
    const { output } = compile(`${content}/runbooks/restore-drill.md`);
    const page = { page: 'runbooks/x', kind: 'runbook', places: readMain(output).places };
    const read = readPlaces(JSON.parse(JSON.stringify(writePlaces(page))));
    expect(read).toEqual(page);
    expect(read?.places.length).toBeGreaterThan(50);
  });

  it('a group with its own text, not what is beneath it', () => {
    const nested = createCompiler({ contentDir: `${process.cwd()}/tests/search`, base: '/' });
    const { places, bodies } = readMain(nested(`${process.cwd()}/tests/search/runbooks/nested.md`).output);
    expect(places.map(({ own }) => own)).toEqual(['Title', 'Outer step', 'Inner step', 'Last']);
    expect(places.map(({ location }) => location)).toEqual([0, 1, 3, 7]);
    expect(bodies).toEqual(['', '', 'with prose', '']);
  });

  it('in the language of the page and within its main text alone, whatever its other words look like', () => {
    const words = '<html lang="de"><main><h2 id="x">Said</h2></main>';
    const head = `<!-- ${words} --><script>'${words}'</script><title>${words}</title>`;
    const { lang, places } = readPage(
      `<html data-x='lang="fr"' lang="en-GB"><head>${head}</head><body><img alt="${words.replaceAll('"', '&quot;')}">` +
        `<main><h1>Title</h1><img alt="</main>"><h2 id="a">Part</h2></main><textarea>${words}</textarea>`,
    );
    expect(lang).toBe('en-GB');
    expect(places.map(({ anchor }) => anchor)).toEqual(['', 'a']);
  });

  it('without the interface: links "How", buttons, holds; and with notes of the author', () => {
    const { output } = compile(`${content}/runbooks/restore-drill.md`);
    const interfaces =
      '<div class="unkept"><p role="status">Menu not kept</p></div><p class="foot" data-pagefind-ignore>Menu of the foot</p>';
    const { places, bodies } = readMain(
      `${output}<div class="note" role="note">A word of the author</div>${interfaces}`,
    );
    const text = [...places.map(({ own }) => own), ...bodies].join('\n');
    expect(text).toContain('A word of the author');
    expect(text).not.toMatch(/\bHow\b|Menu|Go \/ no-go|Sign\b/);
  });

  it('whatever its text says: tags and attributes in code, in alternative texts, in titles', () => {
    const { places, bodies } = readMain(
      '<h2 id="a">About &lt;main&gt;</h2><p>Write <code>&lt;li class="item" id="x"&gt;</code>, see <img alt="the </main> tag" src="a.png"></p><p>End</p>',
    );
    expect(places.map(({ own }) => own)).toEqual(['Title', 'About <main>']);
    expect(bodies[1]).toBe('Write <li class="item" id="x">, see the </main> tag\nEnd');
  });
});

describe('the index', () => {
  let site = '';
  let search: Search;
  const many = 70;
  beforeAll(async () => {
    site = mkdtempSync(path.join(tmpdir(), 'search-'));
    for (let i = 0; i < many; i++) {
      const folder = path.join(site, `guides/page ${i}`);
      mkdirSync(folder, { recursive: true });
      const page = wrapPage(
        `Page ${i}`,
        `<h2 id="one">Common thing</h2><p>Word${i}x and v${i}.14.3-rc.1, 备份 --no-owner</p>`,
      );
      writeFileSync(path.join(folder, 'index.html'), page);
    }
    await writeIndex(site, { lang: 'en', synonyms: [] });
    search = await openSearch(site);
  });
  afterAll(() => rmSync(site, { recursive: true, force: true }));

  it('counts words as the text does, so that what was found can be marked in it', async () => {
    const { hits } = await search.ask('v7.14.3');
    const [hit] = hits;
    const [body = ''] = search.bodiesOf(hit?.id ?? '').slice(1);
    const start = (hit?.page.places[1]?.location ?? 0) + (hit?.page.places[1]?.length ?? 0);
    const tokens = readTokens(body).slice((hit?.matches[0]?.at ?? 0) - start, (hit?.matches[0]?.at ?? 0) - start + 4);
    expect(hit?.page.page).toBe('guides/page 7');
    expect(tokens.map(({ word }) => word)).toEqual(['v', '7', '14', '3']);
  });

  it('tells in which of its files a word stands, before Pagefind runs', async () => {
    const folder = pathToFileURL(path.join(site, 'pagefind/')).href;
    const script = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Maker;
    const pagefind = script.createInstance({ basePath: folder, noWorker: true });
    await pagefind.init();
    const asked = vi.spyOn(globalThis, 'fetch');
    const words = [...((await search.indexes[0]?.words()) ?? []).filter((_, i) => i % 7 === 0), 'v', '14'];
    const told = words.map((word) => chunkOf(word, search.list.languages[0]?.chunks ?? []));
    for (const word of words) await pagefind.preload(indexWord(word));
    const files = asked.mock.calls.map(([address]) => /index\/(.*)\.pf_index/.exec(String(address))?.[1]);
    asked.mockRestore();
    expect(told.filter((file) => file !== undefined && !files.includes(file))).toEqual([]);
    expect(told.filter((file) => file !== undefined).length).toBeGreaterThan(words.length / 2);
  });

  it('of a site with many pages has a file of places for each, and tells on how many pages a word stands', async () => {
    expect(search.list.languages[0]?.places).toBe('');
    const answer = await search.ask('common thing');
    expect(answer.pages).toBe(many);
    expect(answer.hits.length).toBeLessThan(many);
  });
});
