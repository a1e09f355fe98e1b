import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { digestOf } from '~/build/cache/digest';
import { pathFrom } from '~/build/path-from';
import { findFolderProblems, idInContent, listContent, openContent, type ContentFolder } from './content-folder';
import { createFileReader } from './file-reader';
import type { Kind } from './folders';
import { loadedPages, reportedProblems } from './loaded-pages';
import { ContentError, type Problem, showProblem, stops } from './problem';

/** Logs the problems, and throws those that stop a build. A watching server logs them and goes on. */
function report(problems: readonly Problem[], { logger, watcher }: LoaderContext, strict: boolean): void {
  reportedProblems.push(...problems);
  const fatal = problems.filter((problem) => stops(problem, strict));
  for (const problem of problems) if (!stops(problem, strict)) logger.warn(showProblem(problem));
  if (fatal.length === 0) return;
  if (!watcher) throw new ContentError(fatal);
  for (const problem of fatal) logger.error(showProblem(problem));
}

/** Reads one file, tells Astro's store of it, and returns its problems. */
function loadFile(
  { kind, maker }: ContentFolder,
  file: string,
  readFile: ReturnType<typeof createFileReader>,
  { store, config, watcher }: LoaderContext,
): readonly Problem[] {
  const source = readFileSync(file, 'utf8');
  const { data, html, images, isMdx, hasCode, problems, from } = readFile(file, source);
  const isByAstro = isMdx || images.length > 0;
  const filePath = pathFrom(fileURLToPath(config.root), file);
  // A page may also change through one that it links to: the digest is that of all that was read.
  const digest = digestOf(maker, filePath, source, html, JSON.stringify(data), isByAstro ? from : '');
  loadedPages.set(data.page.id, { kind, data, html, images, isMdx, hasCode, filePath, digest });
  const id = data.page.id.slice(kind.length + 1);
  // An entry of the same digest would be kept without its module or its images.
  store.delete(id);
  // A server that watches learns from the store that a page has changed.
  if (!isByAstro && !watcher) return problems;
  const entry = { id, data: {}, filePath, digest };
  store.set({ ...entry, ...(isMdx && { deferredRender: true }), ...(images.length > 0 && { assetImports: images }) });
  return problems;
}

/** Forgets the pages of an earlier load; Astro's store keeps those that are still there. */
function forgetPages(kind: Kind, ids: ReadonlySet<string>, { store }: LoaderContext): void {
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const [id, page] of loadedPages) if (page.kind === kind) loadedPages.delete(id);
}

/** Loads each page of the content again when its file changes, where a development server watches. */
function watchContent(content: ContentFolder, context: LoaderContext): void {
  const { kind, folder, folders, strict } = content;
  const { store, watcher } = context;
  const remove = (file: string) => {
    const id = idInContent(content, file);
    if (id === undefined) return;
    store.delete(id);
    loadedPages.delete(`${kind}/${id}`);
  };
  const reload = (file: string) => {
    if (!listContent(content).some((page) => page.file === file)) return;
    report(loadFile(content, file, createFileReader(content), context), context, strict);
  };
  for (const one of folders?.[kind] ?? []) watcher?.add(path.join(folder, one));
  watcher?.on('add', reload).on('change', reload).on('unlink', remove);
}

/** Loads one collection: each file is read once, and every page is read and judged before anything is built. */
export function loadPages(kind: Kind, contentDir: string): Loader {
  return {
    name: `runsheet-${kind}`,
    async load(context) {
      const content = openContent(kind, contentDir, context.config);
      const pages = listContent(content);
      forgetPages(kind, new Set(pages.map(({ id }) => id)), context);
      const readFile = createFileReader(content);
      const found = pages.flatMap(({ file }) => loadFile(content, file, readFile, context));
      content.cache.close();
      report([...findFolderProblems(content), ...found], context, content.strict);
      watchContent(content, context);
    },
  };
}
