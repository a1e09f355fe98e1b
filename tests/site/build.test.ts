import { describe, expect, it } from 'vitest';
import { editAddress } from '~/build/site/edit-address';
import { neighboursOf } from '~/build/site/reading-order';
import { parseLog } from '~/build/site/last-changes';
import { writeSitemap } from '~/build/output/sitemap';

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
