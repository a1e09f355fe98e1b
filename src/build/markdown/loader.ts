import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { type BuildCache, cacheFolder, openCache } from '~/build/cache/build-cache';
import { digestOf } from '~/build/cache/digest';
import { thisEngine } from '~/build/cache/engine-digest';
import { readTheme } from '~/build/look/theme';
import { pathFrom } from '~/build/path-from';
import { readSiteFile } from '~/build/site/read-site';
import { findRepositoryRoot } from '~/build/site/source-address';
import type { Kind } from './folders';
import { createStateReader, keepReading, readKept, type Reading } from './kept-reading';
import { findLeftOut, findSameIds, placePages } from './list-pages';
import { askedFiles, loadedPages, reportedProblems } from './loaded-pages';
import { markImages } from './mark-images';
import { hasOwnCode } from './own-code';
import type { PageEntry } from './page-entry';
import { contentPathOf, isMdxPath, pageIdOf } from './page-path';
import { ContentError, type Problem, showProblem, stops } from './problem';
import { createPageReader, createValueReader, type PageReader, type ReadPage } from './read-page';
import { serializeTree } from './serialize';
import { createAnchorReader } from './target-anchors';
import { startFolder } from '~/build/start-folder';

/** Logs the problems, and throws those that stop a build. A watching server logs them and goes on. */
function report(problems: readonly Problem[], { logger, watcher }: LoaderContext, strict: boolean): void {
  reportedProblems.push(...problems);
  const fatal = problems.filter((problem) => stops(problem, strict));
  for (const problem of problems) if (!stops(problem, strict)) logger.warn(showProblem(problem));
  if (fatal.length === 0) return;
  if (!watcher) throw new ContentError(fatal);
  for (const problem of fatal) logger.error(showProblem(problem));
}

const entryOf = (
  { data: { page, links, code, readingStyles, problems }, frontMatter }: ReadPage,
  paths: Pick<PageEntry, 'source' | 'file'>,
): PageEntry => ({
  description: frontMatter.description ?? '',
  lang: frontMatter.lang,
  order: frontMatter.order,
  ...paths,
  page,
  links,
  readingStyles: code ?? readingStyles ?? false,
  errors: problems.filter(({ severity }) => severity === 'error').map(showProblem),
});

/** The means of reading files, and the folders from which their paths are named. */
interface Reader {
  readPage: PageReader;
  contentDir: string;
  repositoryRoot: string;
  cache: BuildCache;
  /** Names the engine, the site and its place on the disk: what was kept of another is of no use. */
  maker: string;
  stateOf: (file: string) => string;
  /** The values that hold on a page, which other pages may declare. */
  valuesOf: (file: string) => unknown;
}

interface Read extends Reading {
  hasCode: boolean;
  /** Names the page's text and what was looked for on its way. */
  from: string;
}

/** Reads a file, or takes the reading that an earlier build kept. */
function readFile(file: string, source: string, reader: Reader): Read {
  const { readPage, contentDir, repositoryRoot, cache, maker, stateOf, valuesOf } = reader;
  const name = digestOf(maker, file, source, JSON.stringify(valuesOf(file)));
  const nameAll = (asked: Iterable<string>) => digestOf(name, ...[...asked].map((one) => `${one} ${stateOf(one)}`));
  const kept = readKept(cache, name, stateOf);
  if (kept) return { ...kept, hasCode: false, from: nameAll(kept.asked) };
  const read = readPage(file, source);
  const { isMdx } = read;
  const { images = [], problems } = read.data;
  const data = entryOf(read, { source: pathFrom(repositoryRoot, file), file: pathFrom(contentDir, file) });
  const from = nameAll(read.asked);
  if (isMdx && (images.length > 0 || hasOwnCode(read.tree)))
    return { data, html: '', images: [], problems, isMdx, hasCode: true, from };
  if (!isMdx) markImages(read.tree, images);
  const reading = { data, html: isMdx ? '' : serializeTree(read.tree), images, problems, isMdx };
  keepReading(cache, name, reading, read.asked, stateOf);
  return { ...reading, hasCode: false, from };
}

/** Reads one file, tells Astro's store of it, and returns its problems. */
function loadFile(kind: Kind, file: string, reader: Reader, context: LoaderContext): readonly Problem[] {
  const { store, config } = context;
  const source = readFileSync(file, 'utf8');
  const { data, html, images, isMdx, hasCode, problems, from } = readFile(file, source, reader);
  const isByAstro = isMdx || images.length > 0;
  const filePath = pathFrom(fileURLToPath(config.root), file);
  // A page may also change through one that it links to: the digest is that of all that was read.
  const digest = digestOf(reader.maker, filePath, source, html, JSON.stringify(data), isByAstro ? from : '');
  loadedPages.set(data.page.id, { kind, data, html, images, isMdx, hasCode, filePath, digest });
  const id = data.page.id.slice(kind.length + 1);
  // An entry of the same digest would be kept without its module or its images.
  store.delete(id);
  // A server that watches learns from the store that a page has changed.
  if (!isByAstro && !context.watcher) return problems;
  const entry = { id, data: {}, filePath, digest };
  store.set({ ...entry, ...(isMdx && { deferredRender: true }), ...(images.length > 0 && { assetImports: images }) });
  return problems;
}

/** Loads one collection: each file is read once, and every page is read and judged before anything is built. */
export function loadPages(kind: Kind, contentDir: string): Loader {
  return {
    name: `runsheet-${kind}`,
    async load(context) {
      const { config, store, watcher } = context;
      // Files are named as somebody who runs the build sees them: the engine may lie elsewhere than the content.
      const root = startFolder;
      const folder = path.resolve(root, contentDir);
      const shownDir = pathFrom(root, folder);
      const { site, problems: ofSite } = readSiteFile(contentDir, root);
      const { strict = false, folders } = site ?? {};
      const options = { ...site, root, contentDir: folder, base: config.base };
      const repositoryRoot = findRepositoryRoot(folder, root);
      const cache = openCache(cacheFolder(config.cacheDir), kind);
      const maker = digestOf(thisEngine(fileURLToPath(config.root)), JSON.stringify(options), repositoryRoot);
      /** Looks at the disk anew. */
      const newReader = (): Reader => {
        const valuesOf = createValueReader(options);
        const anchorsOf = createAnchorReader();
        const readState = createStateReader({
          isPage: (file) => contentPathOf(file, folder, folders) !== undefined,
          anchorsOf: (file) => {
            const source = readFileSync(file);
            // A page in MDX may become valid or invalid by a change of another file.
            if (isMdxPath(file)) return digestOf(source);
            const name = digestOf(maker, 'anchors', source);
            const kept = cache.read(name);
            if (typeof kept === 'string') return kept;
            const anchors = digestOf(JSON.stringify(anchorsOf(file)));
            cache.write(name, anchors);
            return anchors;
          },
        });
        return {
          valuesOf: (file) => valuesOf(pathFrom(folder, file)),
          readPage: createPageReader(options, valuesOf, anchorsOf),
          contentDir: folder,
          repositoryRoot,
          cache,
          maker,
          stateOf: (file) => {
            const state = readState(file);
            askedFiles.set(file, state);
            return state;
          },
        };
      };
      const pages = () => placePages(folder, folders).filter(({ contentPath }) => contentPath.startsWith(`${kind}/`));

      const listed = pages();
      const ids = new Set(listed.map(({ contentPath }) => pageIdOf(contentPath.slice(kind.length + 1))));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      for (const [id, page] of loadedPages) if (page.kind === kind) loadedPages.delete(id);
      const found: Problem[] = [];
      if (kind === 'runbooks') {
        found.push(...findSameIds(folder, shownDir, folders), ...findLeftOut(folder, shownDir, folders));
        found.push(...ofSite, ...readTheme(folder, root).problems);
      }
      const reader = newReader();
      for (const { file } of listed) found.push(...loadFile(kind, path.join(folder, file), reader, context));
      cache.close();
      report(found, context, strict);

      const idOf = (file: string) => {
        const contentPath = contentPathOf(file, folder, folders);
        return contentPath?.startsWith(`${kind}/`) ? pageIdOf(contentPath.slice(kind.length + 1)) : undefined;
      };
      const remove = (file: string) => {
        const id = idOf(file);
        if (id === undefined) return;
        store.delete(id);
        loadedPages.delete(`${kind}/${id}`);
      };
      const reload = (file: string) => {
        if (!pages().some((page) => path.join(folder, page.file) === file)) return;
        report(loadFile(kind, file, newReader(), context), context, strict);
      };
      for (const one of folders?.[kind] ?? []) watcher?.add(path.join(folder, one));
      watcher?.on('add', reload).on('change', reload).on('unlink', remove);
    },
  };
}
