import { copyFileSync, existsSync, globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { z } from 'astro/zod';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { leftOut, searchableHtml } from './searchable';

/** What Pagefind writes and this site never loads: interfaces of its own, and a worker (src/client/search/search.ts). */
const unused = ['component-ui', 'modular-ui', 'ui']
  .flatMap((name) => [`pagefind-${name}.js`, `pagefind-${name}.css`])
  .concat('pagefind-highlight.js', 'pagefind-worker.js', 'wasm.unknown.pagefind');

const kinds: Record<string, string> = { runbooks: 'runbook', guides: 'guide' };

async function addPage(index: PagefindIndex, site: string, page: string): Promise<void> {
  const html = readFileSync(path.join(site, page), 'utf8');
  const kind = kinds[page.split(path.sep)[0] ?? ''] ?? '';
  const { errors } = await index.addHTMLFile({ sourcePath: page, content: searchableHtml(html, kind) });
  if (errors.length > 0) throw new Error(`The search index could not read ${page}: ${errors.join('; ')}`);
}

/** What Pagefind's script reads first: a language with a stemmer names its own program, any other none. */
const listSchema = z.looseObject({
  languages: z.record(z.string(), z.looseObject({ hash: z.string(), wasm: z.string().nullish() })),
});

/**
 * Lets a page send for the search's files all at once (src/client/search/search-files.ts) rather than learn of each from another: gives
 * each language's program the language's own name, and lists in `start.json` what every search in a language needs besides: the
 * directory of its index and, where one file holds the places of all its pages, that.
 */
function listStart(folder: string): void {
  const file = path.join(folder, 'pagefind-entry.json');
  const programOf = (name: string) => path.join(folder, `wasm.${name}.pagefind`);
  const fragments = readdirSync(path.join(folder, 'fragment'));
  const list = listSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const start = Object.entries(list.languages).map(([language, about]) => {
    const wasm = about.wasm ?? 'unknown';
    if (wasm !== language) copyFileSync(programOf(wasm), programOf(language));
    about.wasm = language;
    const places = fragments.filter((name) => name.startsWith(`${language}_`)).map((name) => `fragment/${name}`);
    return [language, [`pagefind.${about.hash}.pf_meta`, ...(places.length === 1 ? places : [])]];
  });
  writeFileSync(file, JSON.stringify(list));
  writeFileSync(path.join(folder, 'start.json'), JSON.stringify(Object.fromEntries(start)));
}

const signature = 'pagefind_dcd';
/** What is read of a page's fragment; thousands of them are read, so no more than their shape is looked at. */
interface Fragment {
  content: string;
  anchors: readonly { element: string }[];
}

const isFragment = (read: unknown): read is Fragment =>
  typeof read === 'object' && read !== null && 'anchors' in read && Array.isArray(read.anchors);

function slim(read: unknown, file: string): Fragment {
  if (!isFragment(read)) throw new Error(`${file}: this is no fragment of Pagefind's. Is another version installed?`);
  const anchors = read.anchors
    .filter(({ element }) => element === 'data' || /^h[1-6]$/.test(element))
    .map((anchor) => ({ ...anchor, element: anchor.element === 'data' ? 'i' : 'h' }));
  return { ...read, content: '', anchors };
}

/**
 * Takes out of what is fetched for each page found all that is not shown: its whole text, of which Pagefind would cut
 * excerpts on the way to the first result, and the anchors that are no place. `h` is a section, `i` an item.
 */
function slimFragments(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const text = gunzipSync(readFileSync(file)).toString('utf8', signature.length);
    const read = JSON.parse(text) as Record<string, unknown>;
    // One page's, or those of several by their names.
    const slimmed = isFragment(read)
      ? slim(read, file)
      : Object.fromEntries(Object.entries(read).map(([page, fragment]) => [page, slim(fragment, file)]));
    writeFileSync(file, gzipSync(`${signature}${JSON.stringify(slimmed)}`));
  }
}

/** Up to so many pages, their places are one file: smaller than what it saves is long. */
const fewPages = 64;

/**
 * How much of the index is in one file, in Pagefind's measure: about 4 kB instead of 32, so that a word costs little on a slow
 * line. Pagefind takes it from the environment alone, and calls it unstable: a version that does not know it is slower, not wrong.
 */
const chunkSize = '2000';

async function writeIndex(site: string): Promise<number> {
  const pages = globSync('{runbooks,guides}/**/index.html', { cwd: site });
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = chunkSize;
  const { index, errors } = await createIndex({
    excludeSelectors: leftOut,
    ...(pages.length <= fewPages ? { maxFragments: 1 } : {}),
  });
  if (index === undefined) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  await Promise.all(pages.map((page) => addPage(index, site, page)));
  const folder = path.join(site, 'pagefind');
  await index.writeFiles({ outputPath: folder });
  await close();
  listStart(folder);
  slimFragments(path.join(folder, 'fragment'));
  for (const name of unused) rmSync(path.join(folder, name), { force: true });
  return pages.length;
}

/** The index's file that an address of the development server names, if the last build made it. */
function findFile(site: string, base: string, address = ''): string | undefined {
  const folder = path.join(site, 'pagefind');
  const [below] = address.split('?');
  const prefix = `${base.replace(/\/?$/, '/')}pagefind/`;
  if (below === undefined || !below.startsWith(prefix)) return undefined;
  const file = path.join(folder, decodeURIComponent(below.slice(prefix.length)));
  return file.startsWith(folder + path.sep) && existsSync(file) ? file : undefined;
}

/**
 * Builds the search index from the finished site, down to the anchors of single items. The development server serves that
 * of the last build.
 */
export function searchIndex(): AstroIntegration {
  let site = '';
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
        base = config.base;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const file = findFile(site, base, request.originalUrl ?? request.url);
          if (file === undefined) return next();
          const type = file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
          response.setHeader('content-type', type).end(readFileSync(file));
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await writeIndex(fileURLToPath(dir));
        logger.info(`${pages} pages can be searched`);
      },
    },
  };
}
