import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { type BuildCache, cacheFolder, openCache } from '~/build/cache/build-cache';
import { digestOf } from '~/build/cache/digest';
import { engineDigest } from '~/build/cache/engine-digest';
import { readSiteFile } from '~/build/site/read-site';
import { findRepositoryRoot } from '~/build/site/source-address';
import { createStateReader, keepReading, readKept, type Reading } from './kept-reading';
import { findLeftOut, findSameIds, listPages } from './list-pages';
import { markImages } from './mark-images';
import type { PageEntryInput } from './page-entry';
import { contentPathOf, type kinds, pageIdOf } from './page-path';
import { ContentError, type Problem, showProblem, stops } from './problem';
import { createPageReader, type PageReader, type ReadPage } from './read-page';
import { serializeTree } from './serialize';

type Kind = (typeof kinds)[number];

/** Logs the problems, and throws those that stop a build. A watching server logs them and goes on. */
function report(problems: readonly Problem[], { logger, watcher }: LoaderContext, strict: boolean): void {
  const fatal = problems.filter((problem) => stops(problem, strict));
  for (const problem of problems) if (!stops(problem, strict)) logger.warn(showProblem(problem));
  if (fatal.length === 0) return;
  if (!watcher) throw new ContentError(fatal);
  for (const problem of fatal) logger.error(showProblem(problem));
}

const entryOf = ({ data: { page, links, code, dressed, problems }, frontMatter }: ReadPage): PageEntryInput => ({
  description: frontMatter.description ?? '',
  lang: frontMatter.lang,
  order: frontMatter.order,
  page,
  links,
  dressed: code ?? dressed ?? false,
  errors: problems.filter(({ severity }) => severity === 'error').map(showProblem),
});

/** Reads the files of one collection. */
interface Reader {
  readPage: PageReader;
  cache: BuildCache;
  /** Names the engine, the site and its place on the disk: what was kept of another is of no use. */
  maker: string;
  stateOf: (file: string) => string;
}

/** Reads a file, or takes the reading that an earlier build kept. A page that is run as a module is read every time. */
function readFile(file: string, source: string, { readPage, cache, maker, stateOf }: Reader): Reading | ReadPage {
  const name = digestOf(maker, file, source);
  const kept = readKept(cache, name, stateOf);
  if (kept) return kept;
  const read = readPage(file, source);
  if (read.isMdx) return read;
  const { images = [], problems } = read.data;
  markImages(read.tree, images);
  const reading = { data: entryOf(read), html: serializeTree(read.tree), images, problems };
  keepReading(cache, name, reading, read.asked, stateOf);
  return reading;
}

/** Puts one file into the store, and returns its problems. */
async function loadFile(file: string, reader: Reader, context: LoaderContext): Promise<readonly Problem[]> {
  const { store, config, parseData } = context;
  const source = readFileSync(file, 'utf8');
  const read = readFile(file, source, reader);
  const isMdx = 'tree' in read;
  const input = isMdx ? entryOf(read) : read.data;
  const images = isMdx ? [] : read.images;
  const html = isMdx ? '' : read.html;
  const id = input.page.id.slice(input.page.id.indexOf('/') + 1);
  const filePath = path.relative(fileURLToPath(config.root), file).replaceAll(path.sep, '/');
  // A page may change through one that it links to: the digest is that of what was read, not of the file.
  const digest = digestOf(reader.maker, filePath, isMdx ? source : '', html, JSON.stringify(input));
  if (!isMdx && images.length === 0 && store.get(id)?.digest === digest) return read.problems;
  const data = await parseData({ id, data: { ...input }, filePath: file });
  const entry = { id, data, filePath, digest };
  // Else the store would keep an entry of the same digest without its module or its images.
  store.delete(id);
  if (isMdx) store.set({ ...entry, deferredRender: true });
  else {
    const rendered = { html, metadata: { imagePaths: images } };
    store.set({ ...entry, rendered, ...(images.length > 0 && { assetImports: images }) });
  }
  return isMdx ? read.data.problems : read.problems;
}

/** Loads one collection: each file is read once, and every page is read and judged before anything is built. */
export function loadPages(kind: Kind, contentDir: string): Loader {
  return {
    name: `runsheet-${kind}`,
    async load(context) {
      const { config, store, watcher } = context;
      const root = fileURLToPath(config.root);
      const folder = path.resolve(root, contentDir);
      const shownDir = path.relative(root, folder).replaceAll(path.sep, '/');
      const { site, problems: ofSite } = readSiteFile(contentDir, root);
      const strict = site?.strict ?? false;
      const options = { ...site, root, contentDir: folder, base: config.base };
      const readPage = createPageReader(options);
      const cache = openCache(cacheFolder(config.cacheDir), kind);
      const maker = digestOf(engineDigest(root), JSON.stringify(options), findRepositoryRoot(folder, root));
      /** Looks at the disk anew. */
      const reader = (): Reader => ({ readPage, cache, maker, stateOf: createStateReader() });

      const isOfKind = ({ file }: Problem) => file.startsWith(`${shownDir}/${kind}/`);
      const found = [...findSameIds(folder, shownDir), ...findLeftOut(folder, shownDir)].filter(isOfKind);
      if (kind === 'runbooks') found.push(...ofSite);
      const pages = listPages(folder).filter((name) => name.startsWith(`${kind}/`));
      const ids = new Set(pages.map((page) => pageIdOf(page.slice(kind.length + 1))));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      const whole = reader();
      for (const page of pages) found.push(...(await loadFile(path.join(folder, page), whole, context)));
      cache.prune();
      report(found, context, strict);

      const remove = (file: string) => store.delete(pageIdOf(path.relative(path.join(folder, kind), file)));
      const reload = (file: string) => {
        if (!contentPathOf(file, folder)?.startsWith(`${kind}/`)) return;
        void loadFile(file, reader(), context).then((problems) => report(problems, context, strict));
      };
      watcher?.add(path.join(folder, kind));
      watcher?.on('add', reload).on('change', reload).on('unlink', remove);
    },
  };
}
