import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { editAddress } from '~/build/site/edit-address';
import { neighboursOf } from '~/build/site/reading-order';
import { parseLog } from '~/build/site/last-changes';
import { planWorker } from '~/build/output/offline';
import { writeSitemap } from '~/build/output/sitemap';

/** A finished site of these files; a number is a size in bytes. */
function makeSite(files: Record<string, number>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'runsheet-site-'));
  for (const [name, size] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), 'x'.repeat(size));
  }
  return folder;
}

describe('what is there offline', () => {
  it('is all of a small site', async () => {
    const { options, more } = await planWorker(makeSite({ 'index.html': 10, 'guides/a/index.html': 10 }), '/');
    expect(options.globPatterns).toEqual(['**/*']);
    expect(more).toBe('');
  });

  it('is the shell of a site over 5 MB, and what was visited', async () => {
    const site = makeSite({ 'index.html': 10, '404.html': 10, 'guides/a/index.html': 3e6, 'guides/b/index.html': 3e6 });
    const { options, more } = await planWorker(site, '/docs/');
    expect(options.globPatterns).toEqual(['index.html', '404.html', '_astro/**']);
    expect(options.runtimeCaching?.map(({ handler }) => handler)).toEqual([
      'NetworkFirst',
      'CacheFirst',
      'NetworkFirst',
    ]);
    expect(more).toContain("startsWith('runsheet|/docs/|visited|')");
  });

  it('keeps the cache of what was visited apart from the one that the worker fills itself', async () => {
    const { options } = await planWorker(makeSite({ 'index.html': 6e6 }), '/docs/');
    expect(options.cacheId).toBe('runsheet|/docs/|');
    expect(`${options.cacheId}-precache`.startsWith('runsheet|/docs/|visited|')).toBe(false);
  });

  it('is found again when its address names a link, a time stamp or a tracker', async () => {
    const { options } = await planWorker(makeSite({ 'index.html': 10 }), '/');
    const ignores = (name: string) => options.ignoreURLParametersMatching?.some((pattern) => pattern.test(name));
    expect(['run', 'ts', 'utm_source', 'fbclid'].map(ignores)).toEqual([true, true, true, true]);
    expect(['page', 'runs'].map(ignores)).toEqual([false, false]);
  });
});

describe('the last change of a file', () => {
  it('is that of the first commit that names it, newest first', () => {
    const log =
      '\u00002026-11-23T10:00:00+01:00\n\ncontent/a.md\n\u00002026-01-01T10:00:00Z\n\ncontent/a.md\ncontent/ö b.md\n';
    expect([...parseLog(log)]).toEqual([
      ['content/a.md', '2026-11-23T10:00:00+01:00'],
      ['content/ö b.md', '2026-01-01T10:00:00Z'],
    ]);
  });

  it('is unknown without a history', () => expect(parseLog('').size).toBe(0));
});

describe('the address where a page is edited', () => {
  it.each([
    ['https://github.com/team/runs', 'https://github.com/team/runs/edit/main/content/guides/a%20b.md'],
    ['https://github.com/team/runs.git', 'https://github.com/team/runs/edit/main/content/guides/a%20b.md'],
    ['https://gitlab.example/team/runs/', 'https://gitlab.example/team/runs/-/edit/main/content/guides/a%20b.md'],
    ['https://codeberg.org/team/runs', 'https://codeberg.org/team/runs/_edit/main/content/guides/a%20b.md'],
    ['https://git.example/runs/edit/trunk/site', 'https://git.example/runs/edit/trunk/site/content/guides/a%20b.md'],
  ])('of %s', (repository, address) => expect(editAddress(repository, 'content/guides/a b.md')).toBe(address));
});

describe('the sitemap', () => {
  it('names every page below the base, and not the one of errors', () => {
    const xml = writeSitemap(['', '404/', 'guides/a/'], new URL('https://example.com/docs/'));
    expect(xml.match(/<loc>.*?<\/loc>/g)).toEqual([
      '<loc>https://example.com/docs/</loc>',
      '<loc>https://example.com/docs/guides/a/</loc>',
    ]);
  });
});

describe('previous and next', () => {
  const pages = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  it('are the neighbours in reading order', () => {
    expect(neighboursOf('b', pages)).toEqual({ previous: { id: 'a' }, next: { id: 'c' } });
    expect(neighboursOf('a', pages).previous).toBeUndefined();
    expect(neighboursOf('x', pages)).toEqual({});
  });
});
