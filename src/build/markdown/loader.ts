import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { digestOf } from '~/build/cache/digest';
import { liesIn } from '~/build/lies-in';
import { messageOf } from '~/build/message-of';
import { pathFrom } from '~/build/path-from';
import { findFolderProblems, listContent, openContent, type ContentFolder } from './content-folder';
import { createFileReader } from './file-reader';
import type { Kind } from './folders';
import { loadedPages, reportedProblems } from './loaded-pages';
import { ContentError, type Problem, showProblem, stops } from './problem';

/** Logs the problems, and throws those that stop a build. A watching server logs them and goes on. */
function report(problems: readonly Problem[], { logger, watcher }: LoaderContext, strict: boolean): void {
  const fatal = problems.filter((problem) => stops(problem, strict));
  for (const problem of problems) if (!stops(problem, strict)) logger.warn(showProblem(problem));
  if (fatal.length === 0) return;
  if (!watcher) throw new ContentError(fatal);
  for (const problem of fatal) logger.error(showProblem(problem));
}

/** Reads one file, tells Astro's store of it, and returns its problems. `isWatched`: a page that is as it was may stay as it is. */
function loadFile(
  { kind, maker }: ContentFolder,
  file: string,
  readFile: ReturnType<typeof createFileReader>,
  { store, config, watcher }: LoaderContext,
  isWatched: boolean,
): readonly Problem[] {
  const source = readFileSync(file, 'utf8');
  const { data, html, images, isMdx, hasCode, problems, from } = readFile(file, source);
  const isByAstro = isMdx || images.length > 0;
  const filePath = pathFrom(fileURLToPath(config.root), file);
  // A page may also change through one that it links to: the digest is that of all that was read.
  const digest = digestOf(maker, filePath, source, html, JSON.stringify(data), isByAstro ? from : '');
  const isKnown = loadedPages.get(data.page.id)?.digest === digest;
  loadedPages.set(data.page.id, { kind, data, html, images, isMdx, hasCode, filePath, digest });
  const id = data.page.id.slice(kind.length + 1);
  if (isWatched && isKnown) return problems;
  // An entry of the same digest would be kept without its module or its images.
  store.delete(id);
  // A server that watches learns from the store that a page has changed.
  if (!isByAstro && !watcher) return problems;
  const entry = { id, data: {}, filePath, digest };
  store.set({ ...entry, ...(isMdx && { deferredRender: true }), ...(images.length > 0 && { assetImports: images }) });
  return problems;
}

/** Forgets the pages of an earlier load that are no longer there. `ids`: of those that are, within their kind. */
function forgetPages(kind: Kind, ids: ReadonlySet<string>, { store }: LoaderContext): void {
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const [id, page] of loadedPages)
    if (page.kind === kind && !ids.has(id.slice(kind.length + 1))) loadedPages.delete(id);
}

/** Reads all pages of a kind, each once, and returns the problems of the whole folder. */
function loadAll(content: ContentFolder, context: LoaderContext, isWatched: boolean): readonly Problem[] {
  const pages = listContent(content);
  forgetPages(content.kind, new Set(pages.map(({ id }) => id)), context);
  const readFile = createFileReader(content);
  const found = pages.flatMap(({ file }) => loadFile(content, file, readFile, context, isWatched));
  content.cache.close();
  return [...findFolderProblems(content), ...found];
}

/** The pause, in milliseconds, after which the content is read again: what an editor or git changes at once is read at once. */
const pause = 50;

/**
 * Follows the content where a development server watches. Any change below the folder may be one of any page, because a page is also made
 * of what it links to: all are read again, and those that are as they were stay untouched. Only new problems are logged.
 */
function watchContent(content: ContentFolder, context: LoaderContext, problems: readonly Problem[]): void {
  const { kind, folder, folders, strict } = content;
  const { watcher, logger } = context;
  let said = new Set(problems.map(showProblem));
  const reload = () => {
    try {
      const found = loadAll(content, context, true);
      const fresh = found.filter((problem) => !said.has(showProblem(problem)));
      said = new Set(found.map(showProblem));
      report(fresh, context, strict);
    } catch (error) {
      // A file that goes away while it is read: its own event follows.
      logger.error(messageOf(error));
    }
  };
  let waiting: NodeJS.Timeout | undefined;
  const follow = (file: string) => {
    if (!liesIn(path.resolve(file), folder)) return;
    clearTimeout(waiting);
    waiting = setTimeout(reload, pause);
  };
  for (const one of folders?.[kind] ?? []) watcher?.add(path.join(folder, one));
  watcher?.on('add', follow).on('change', follow).on('unlink', follow);
}

/** Loads one collection: each file is read once, and every page is read and judged before anything is built. */
export function loadPages(kind: Kind, contentDir: string): Loader {
  return {
    name: `runsheet-${kind}`,
    async load(context) {
      const content = openContent(kind, contentDir, context.config);
      const problems = loadAll(content, context, false);
      reportedProblems.push(...problems);
      report(problems, context, content.strict);
      watchContent(content, context, problems);
    },
  };
}
