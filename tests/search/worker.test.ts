import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeWorker } from '~/build/search/search-worker';
import { protocol, type FromWorker, type ToWorker } from '~/client/acts/search-worker';
import { openEngine } from '~/client/answer/engine';
import { expectFile, fetchAwaited, receiveFile } from '~/client/answer/files-ahead';
import { noteLosses } from '~/client/answer/lost-files';
import type { PagePlaces } from '~/core/search/places';
import { readAnswer, writeAnswer, type ShownAnswer } from '~/core/search/shown-answer';
import { readStartList } from '~/core/search/start-list';
import { openSearch, openSource, type Search } from './ask';
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

  it('is not read where it is one of another version: hits of unknown pages are not left out', async () => {
    const written = writeAnswer(await search.ask('roll back'), new Set());
    const { places, ...rest } = JSON.parse(written);
    expect(Object.keys(places).length).toBeGreaterThan(0);
    expect(() => readAnswer(JSON.stringify({ ...rest, places: {} }), new Map())).toThrow(/no places of/);
  });

  it('is never made of an index that came in part, and is whole once all of it can be had', async () => {
    const source = openSource(site);
    const before = globalThis.fetch;
    const request = { query: 'roll back', language: 'en', everywhere: true, literal: false };
    const page = new Response('<title>Sign in to this network</title>');
    const troubles: [RegExp, () => Promise<Response>][] = [
      [/index\/.*pf_index$/, () => Promise.reject(new TypeError('The network is gone.'))],
      [/filter\/.*pf_filter$/, () => Promise.resolve(new Response('', { status: 404 }))],
      [/index\/.*pf_index$/, () => Promise.resolve(page.clone())],
      [/pf_meta$/, () => Promise.resolve(new Response('', { status: 404 }))],
    ];
    let trouble: (typeof troubles)[number] | undefined;
    const get: typeof fetch = (input, init) => (trouble?.[0].test(String(input)) ? trouble[1]() : before(input, init));
    globalThis.fetch = noteLosses(get);
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const escaped = vi.fn();
    process.on('unhandledRejection', escaped);
    for (const one of troubles) {
      const engine = openEngine(search.list, 'en', { ...source, send: () => undefined });
      trouble = one;
      const ask = () => engine.ask({ ...request, kind: 'guide' }, () => false);
      await expect(ask(), String(one[0])).rejects.toThrow();
      trouble = undefined;
      expect((await ask()).hits.length).toBeGreaterThan(0);
    }
    globalThis.fetch = before;
    process.off('unhandledRejection', escaped);
    said.mockRestore();
  });
});

describe('the worker as it is built', () => {
  let site = '';
  beforeAll(async () => {
    site = await buildIndex(`${process.cwd()}/tests/search/site`, { lang: 'en', synonyms: [] });
    await writeWorker(`${site}/pagefind`);
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    rmSync(site, { recursive: true, force: true });
  });

  it('answers in each language, with the stems of each', async () => {
    const search = await openSearch(site);
    const { folder, text } = openSource(site);
    const answers = new Map<number, (answer: string) => void>();
    const heard = vi.fn();
    vi.stubGlobal('self', globalThis);
    vi.stubGlobal('location', { href: `${folder}search-worker.js` });
    vi.stubGlobal('fetch', globalThis.fetch);
    vi.stubGlobal('postMessage', (message: FromWorker) => {
      if ('id' in message) answers.get(message.id)?.('answer' in message ? message.answer : message.error);
      else heard(message);
    });
    vi.stubGlobal('onmessage', undefined);
    await import(/* @vite-ignore */ `${folder}search-worker.js`);
    expect(heard).toHaveBeenCalledWith({ protocol });
    const tell = (data: ToWorker) => (globalThis.onmessage as unknown as (event: { data: ToWorker }) => void)({ data });
    tell({ list: await text(`${folder}start.json`), language: 'en', folder, tag: '1' });
    const known = new Map<string, PagePlaces>();
    const questions = ['rolling back', 'Verbindung', 'Kunde', 'Zertifikat', 'restarting', '数据库', 'データベース'];
    for (const [id, query] of questions.entries()) {
      const written = new Promise<string>((answer) => answers.set(id, answer));
      tell({ id, request: { query, language: 'en', everywhere: true, literal: false } });
      const places = ({ hits }: ShownAnswer) => hits.map(({ page, index }) => page.places[index]?.own);
      const found = places(readAnswer(await written, known));
      expect(found, query).toEqual(places(await search.ask(query)));
      expect(found.length, query).toBeGreaterThan(0);
    }
  });
});

describe('the list of the indexes', () => {
  it('is read whole or not at all', () => {
    const index = { folder: '', language: 'en', pages: 1, files: [], chunks: 'a b', places: '', words: 'w' };
    expect(readStartList(JSON.stringify({ languages: [index] })).languages).toHaveLength(1);
    expect(readStartList('{"languages":[]}').languages).toEqual([]);
    for (const other of ['{}', '[]', 'null', JSON.stringify({ languages: [index, { ...index, pages: '1' }] })])
      expect(() => readStartList(other), other).toThrow('none that this version reads');
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
