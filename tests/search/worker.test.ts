import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectFile, fetchAwaited, receiveFile } from '~/client/answer/files-ahead';
import type { PagePlaces } from '~/core/search/places';
import { readAnswer, writeAnswer } from '~/core/search/shown-answer';
import { openSearch, type Search } from './ask';
import { buildIndex } from './build-index';

describe('an answer on its way from the worker to the page', () => {
  let site = '';
  let search: Search;
  beforeAll(async () => {
    site = await buildIndex(`${process.cwd()}/tests/search/site`, { lang: 'en', synonyms: [] });
    search = await openSearch(site);
  });
  afterAll(() => rmSync(site, { recursive: true, force: true }));

  it('is the same there, whatever was asked before, and the places of a page travel once', async () => {
    const [sent, known] = [new Set<string>(), new Map<string, PagePlaces>()];
    const lengths: number[] = [];
    for (const query of ['roll back', 'restart the gatway now', 'xyzzy', 'roll back']) {
      const answer = await search.ask(query);
      const written = writeAnswer(answer, sent);
      lengths.push(written.length);
      const { hits, ...rest } = readAnswer(written, known);
      const { hits: own, ...others } = answer;
      expect(rest).toEqual(others);
      expect(hits.map(({ page, id, index, language }) => ({ page, id, index, language }))).toEqual(
        own.map(({ page, id, index, language }) => ({ page, id, index, language })),
      );
      expect(hits.map(({ matches }) => matches.map(({ at, length }) => [at, length]))).toEqual(
        own.map(({ matches }) => matches.map(({ at, length }) => [at, length])),
      );
    }
    expect(lengths[3]).toBeLessThan((lengths[0] ?? 0) / 2);
  });
});

describe('a file that was sent for ahead', () => {
  const asked: string[] = [];
  const get = fetchAwaited((address) => {
    asked.push(address as string);
    return Promise.resolve(new Response('from the network'));
  }, 'https://site.example/pagefind/');
  const bytes = (text: string) => new TextEncoder().encode(text).buffer;
  const read = async (address: string) => (await get(address)).text();

  it('is waited for and given once, and where it did not come, asked for', async () => {
    const [one, two] = ['https://site.example/one', 'https://site.example/two'];
    expectFile(one);
    expectFile(two);
    const first = read('../one');
    receiveFile(one, bytes('ahead'));
    expect(await first).toBe('ahead');
    expect(asked).toEqual([]);
    expect(await read(one)).toBe('from the network');
    receiveFile(two, undefined);
    expect(await read(two)).toBe('from the network');
    expect(asked).toEqual([one, two]);
  });
});
