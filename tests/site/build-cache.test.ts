import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCache } from '~/build/cache/build-cache';
import { settings } from '~/build/cache/engine-digest';
import { openKeptSearch } from '~/build/search/kept-search';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'kept-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('what a build keeps for the next one', () => {
  it('is read as it was written, and is nothing where there is none or half of it', () => {
    openCache(folder, 'pages').write('a', { text: 'one' });
    const later = openCache(folder, 'pages');
    expect(later.read('a')).toEqual({ text: 'one' });
    expect(later.read('b')).toBeUndefined();
    const [file = ''] = globSync(path.join(folder, 'pages/*'));
    for (const half of ['a 20000 {"text": "on', 'a 20000 {"text": "on\n', 'a 2000']) {
      writeFileSync(file, half);
      expect(openCache(folder, 'pages').read('a')).toBeUndefined();
    }
  });

  it('is whole after two builds at a time, and after each of many', () => {
    const [one, other] = [openCache(folder, 'pages'), openCache(folder, 'pages')];
    one.write('a', 1);
    other.write('b', 'ö\n2');
    one.close();
    other.close();
    const names = Array.from('abcdefghijklm');
    for (const name of names.slice(2)) {
      const next = openCache(folder, 'pages');
      next.write(name, name);
      next.close();
    }
    const later = openCache(folder, 'pages');
    expect(names.map(later.read)).toEqual([1, 'ö\n2', ...names.slice(2)]);
    expect(readdirSync(path.join(folder, 'pages')).length).toBeLessThan(9);
  });

  it('stays for a week after its last use was long ago, and longer while it is used', () => {
    vi.setSystemTime(0);
    const first = openCache(folder, 'pages');
    for (const name of ['used', 'forgotten']) first.write(name, name);
    vi.useRealTimers();
    for (let builds = 0; builds < 8; builds++) openCache(folder, 'pages').write('recent', builds);
    const later = openCache(folder, 'pages');
    later.read('used');
    later.write('new', 'new');
    later.close();
    const last = openCache(folder, 'pages');
    const isKept = (name: string) => last.read(name) !== undefined;
    expect(['new', 'recent', 'used', 'forgotten'].filter(isKept)).toEqual(['new', 'recent', 'used']);
  });
});

describe('the index of the search', () => {
  it('is taken from the last build while its pages say the same, and made anew where one does not', async () => {
    const made: string[] = [];
    const build = async (pages: string, site: string): Promise<string> => {
      const index = path.join(folder, site);
      await openKeptSearch(path.join(folder, 'kept'), 'engine').reuse(index, pages, () => {
        made.push(pages);
        mkdirSync(index, { recursive: true });
        writeFileSync(path.join(index, 'start.json'), pages);
        return Promise.resolve();
      });
      return readFileSync(path.join(index, 'start.json'), 'utf8');
    };
    expect(await build('one', 'a')).toBe('one');
    expect(await build('one', 'b')).toBe('one');
    expect(await build('other', 'c')).toBe('other');
    expect(await build('one', 'd')).toBe('one');
    expect(made).toEqual(['one', 'other', 'one']);
    const [kept = ''] = globSync(path.join(folder, 'kept/index/*'));
    writeFileSync(kept, readFileSync(kept).subarray(0, -1));
    expect(await build('one', 'e')).toBe('one');
    expect(made).toHaveLength(4);
  });
});

describe('nothing that a page is made from is forgotten in the name under which it is kept', () => {
  const textOf = (file: string) => readFileSync(file, 'utf8');
  const sources = globSync(['src/**/*.{ts,tsx,astro}', 'astro.config.mjs']).filter((file) =>
    /\.(ts|tsx|astro|mjs)$/.test(file),
  );

  it('no setting from the environment', () => {
    /** Settings that change no page: where the site goes, on which ports it is served, and what the check is called. */
    const elsewhere = ['OUT_DIR', 'PORT', 'BROKER_PORT', 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE', 'RUNSHEET_COMMAND'];
    const read = sources.flatMap((file) =>
      [...textOf(file).matchAll(/process\.env\.(\w+)/g)].map(([, name = '']) => name),
    );
    const known = new Set<string>([...settings, ...elsewhere]);
    expect([...new Set(read)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('nothing that a page shows of other pages (src/build/site/page-key.ts)', () => {
    const readers = sources.filter(
      (file) =>
        /\b(readLibrary|readRunPages|readUses|getCollection)\b/.test(textOf(file)) &&
        /\.astro$|src\/(?:build\/site|pages)\//.test(file),
    );
    // Every build renders the home page and that of lost addresses, and the lists of pages.
    expect(readers.toSorted()).toEqual([
      'src/build/site/library.ts',
      'src/build/site/neighbours.ts',
      'src/build/site/page-key.ts',
      'src/build/site/page-paths.ts',
      'src/components/UsedIn.astro',
      'src/pages/404.astro',
      'src/pages/index.astro',
      'src/pages/links.json.ts',
      'src/pages/llms.txt.ts',
      'src/pages/pages.json.ts',
    ]);
  });
});
