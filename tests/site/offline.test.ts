import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { planOffline } from '~/build/output/offline';
import { cacheNamesOf, findKept } from '~/core/offline-plan';

const made: string[] = [];

/** A finished site of these files; a number is a size in bytes. */
function makeSite(files: Record<string, number | string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'runsheet-site-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : 'x'.repeat(content));
  }
  return folder;
}

afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

const urlsOf = (files: Record<string, number | string>) =>
  planOffline(makeSite(files), '/').files.map(({ url }) => url);

describe('what is there offline', () => {
  it('is all of a small site, under any names, but what is for other sites and search engines', () => {
    const names = ['index.html', 'guides/a b#c?d%e/index.html', 'files/plan.pdf'];
    const files = Object.fromEntries([...names, 'sw.js', 'sitemap.xml', 'social-card.png'].map((name) => [name, 10]));
    const plan = planOffline(makeSite(files), '/docs');
    expect(plan).toMatchObject({ whole: true, base: '/docs/', fallback: 'index.html' });
    expect(plan.files.map(({ url }) => url)).toEqual([
      'files/plan.pdf',
      'guides/a%20b%23c%3Fd%25e/index.html',
      'index.html',
    ]);
  });

  it('is the shell of a site over 5 MB, and what was visited', () => {
    const site = makeSite({ 'index.html': 10, '404.html': 10, 'guides/a/index.html': 3e6, 'guides/b/index.html': 3e6 });
    const plan = planOffline(site, '/docs/');
    expect(plan).toMatchObject({ whole: false, fallback: '404.html' });
    expect(plan.files.map(({ url }) => url)).toEqual(['404.html', 'index.html']);
  });

  it('is of scripts and styles what some page can come to load: not the words of a language without pages', () => {
    const page = (lang: string, head: string) => `<html lang="${lang}"><head>${head}</head></html>`;
    const files = {
      'index.html': page(
        'fr',
        '<!-- <html lang="de"> /_astro/unused.abcdefg.js --><script src="/_astro/page.abcdefg.js"></script><p>/_astro/unused.abcdefg.js',
      ),
      '_astro/page.abcdefg.js': 'import{a}from"./acts.abcdefg.js";import(`./en.abcdefg.js`);import("./de.abcdefg.js")',
      '_astro/acts.abcdefg.js': 'load(`/_astro/panels.abcdefg.css`)',
      '_astro/a b.abcdefg.webp': 1,
      '_astro/en.abcdefg.js': 1,
      '_astro/de.abcdefg.js': 1,
      '_astro/panels.abcdefg.css': 1,
      '_astro/unused.abcdefg.js': 1,
    };
    const loaded = ['acts', 'en', 'page'].map((name) => `_astro/${name}.abcdefg.js`);
    const expected = [...loaded, '_astro/a%20b.abcdefg.webp', '_astro/panels.abcdefg.css', 'index.html'];
    expect(urlsOf(files)).toEqual(expected.toSorted());
    const german = { ...files, 'guides/a/index.html': page('de-AT', '') };
    expect(urlsOf(german)).toContain('_astro/de.abcdefg.js');
  });

  it('has another version when a file or the search index changes, and the same when nothing does', () => {
    const version = (files: Record<string, string>) => planOffline(makeSite(files), '/').version;
    const files = { 'index.html': 'a', 'pagefind/pagefind-entry.json': '1' };
    expect(version(files)).toBe(version(files));
    expect(version({ ...files, 'index.html': 'b' })).not.toBe(version(files));
    expect(version({ ...files, 'pagefind/pagefind-entry.json': '2' })).not.toBe(version(files));
  });
});

describe('an address offline', () => {
  const kept = new Set(['/docs/index.html', '/docs/guides/größe/index.html', '/docs/a%b.txt', '/docs/sw.css']);
  it.each([
    ['/docs/', { kind: 'file', path: '/docs/index.html' }],
    ['/docs/index.html', { kind: 'file', path: '/docs/index.html' }],
    ['/docs/guides/gr%C3%B6%C3%9Fe/', { kind: 'file', path: '/docs/guides/größe/index.html' }],
    ['/docs/guides/gr%C3%B6%C3%9Fe', { kind: 'slash' }],
    ['/docs', { kind: 'slash' }],
    ['/docs/a%25b.txt', { kind: 'file', path: '/docs/a%b.txt' }],
    ['/docs/a%b.txt', { kind: 'file', path: '/docs/a%b.txt' }],
    ['/docs/guides/', undefined],
    ['/', undefined],
    ['/docs/guides/gr%C3%B6%C3%9Fe//', undefined],
  ])('%s is answered as a static host would', (pathname, found) => expect(findKept(pathname, kept)).toEqual(found));
});

it('no site touches the caches of another of the same origin', () => {
  const names = (base: string) => cacheNamesOf({ base, version: '1' });
  const sites = ['/', '/docs/', '/docs/team/', '/docs2/'].map(names);
  for (const one of sites) {
    const others = sites.filter((other) => other !== one);
    for (const { kept, visited } of others)
      expect([kept, visited].some((name) => name.startsWith(one.prefix))).toBe(false);
  }
});
