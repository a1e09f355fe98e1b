import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroConfig } from 'astro';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineDigest } from '~/build/cache/engine-digest';
import { keepRendered } from '~/build/cache/keep-rendered';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rendered-'));
  mkdirSync(path.join(folder, 'src'));
  mkdirSync(path.join(folder, 'content'));
  mkdirSync(path.join(folder, 'node_modules/renderer'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "dependencies": { "renderer": "^1.0.0" } }');
  writeFileSync(path.join(folder, 'node_modules/renderer/package.json'), '{ "version": "1.0.0" }');
  writeFileSync(path.join(folder, 'src/page.ts'), 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

type Prerenderer = Parameters<ReturnType<typeof keepRendered>['reuse']>[0];
type Paths = Awaited<ReturnType<Prerenderer['getStaticPaths']>>;

/** A build of pages, each with its key and its text; gives the files, the pages that were rendered for them, and the scripts that they name. */
async function build(pages: Record<string, { key?: string; text: string }>, base = '/docs') {
  const rendered: string[] = [];
  const scripts: string[] = [];
  const keeper = keepRendered(
    (text) => ({ text: `${text}, finished`, script: { name: `${text}.js`, code: '' } }),
    ({ name }) => scripts.push(name),
    engineDigest,
  );
  const at = (name: string) => pathToFileURL(`${path.join(folder, name)}/`);
  const config = {
    root: at(''),
    base,
    cacheDir: at('kept'),
    outDir: at('site'),
    build: { assets: '_astro' },
    server: { port: 4321 },
  };
  keeper.open(config as unknown as AstroConfig);
  const prerenderer = keeper.reuse({
    name: 'test',
    getStaticPaths: () =>
      Promise.resolve(
        Object.entries(pages).map(([pathname, { key }]) => ({
          pathname,
          route: { component: 'page.astro' },
          cacheKey: key,
        })) as unknown as Paths,
      ),
    render: (request) => {
      const name = decodeURI(new URL(request.url).pathname).slice(`${base}/`.length, -1);
      rendered.push(name);
      return Promise.resolve(new Response(pages[name]?.text, { headers: { 'content-type': 'text/html' } }));
    },
  });
  // Astro renders and writes what it is told of; the others are there already.
  rmSync(path.join(folder, 'site'), { recursive: true, force: true });
  const told = (await prerenderer.getStaticPaths()).map(({ pathname }) => pathname);
  const files: Record<string, string> = {};
  for (const name of Object.keys(pages)) {
    if (!told.includes(name)) {
      files[name] = readFileSync(path.join(folder, 'site', name, 'index.html'), 'utf8');
      continue;
    }
    const request = new Request(`http://localhost${base}/${encodeURI(name)}/`);
    const made = await prerenderer.render(request, { routeData: {} as never });
    files[name] = await (made instanceof Response ? made : made.response).text();
  }
  await prerenderer.teardown?.();
  return { files, rendered, scripts };
}

describe('a page', () => {
  const first = {
    'guides/a': { key: '1', text: 'A' },
    'guides/größe 2': { key: '1', text: 'B' },
    other: { text: 'C' },
  };
  const texts = { 'guides/a': 'A, finished', 'guides/größe 2': 'B, finished', other: 'C, finished' };
  const scripts = ['A.js', 'B.js', 'C.js'];

  it('is not rendered anew while its key is the same; one without a key always is', async () => {
    expect((await build(first)).rendered).toEqual(Object.keys(first));
    expect(await build(first)).toEqual({ files: texts, rendered: ['other'], scripts });
  });

  it('is rendered anew where its key, or the engine, has changed, and kept for the day when it is as before', async () => {
    await build(first);
    const changed = await build({ ...first, 'guides/a': { key: '2', text: 'A2' } });
    expect(changed).toMatchObject({
      files: { ...texts, 'guides/a': 'A2, finished' },
      rendered: ['guides/a', 'other'],
    });
    expect((await build(first)).files['guides/a']).toBe('A, finished');
    writeFileSync(path.join(folder, 'src/page.ts'), 'two');
    expect((await build(first)).rendered).toEqual(Object.keys(first));
    // A package that was updated where no lock file tells of it.
    writeFileSync(path.join(folder, 'node_modules/renderer/package.json'), '{ "version": "1.0.1" }');
    expect((await build(first)).rendered).toEqual(Object.keys(first));
    expect((await build(first)).rendered).toEqual(['other']);
  });

  it('of a site at another base path is another page', async () => {
    await build(first);
    expect((await build(first, '/team')).rendered).toEqual(Object.keys(first));
  });
});
