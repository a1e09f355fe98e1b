import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { readTheme } from '~/build/look/theme';
import { readSiteFile } from '~/build/site/read-site';
import { findRepositoryRoot } from '~/build/site/source-address';
import type { Kind } from './folders';
import { findLeftOut, findSameIds, placePages } from './list-pages';
import { markImages } from './mark-images';
import type { PageEntryInput } from './page-entry';
import { contentPathOf, pageIdOf } from './page-path';
import { ContentError, type Problem, showProblem, stops } from './problem';
import { createPageReader, type PageReader, type ReadPage } from './read-page';
import { serializeTree } from './serialize';

/** Logs the problems, and throws those that stop a build. A watching server logs them and goes on. */
function report(problems: readonly Problem[], { logger, watcher }: LoaderContext, strict: boolean): void {
  const fatal = problems.filter((problem) => stops(problem, strict));
  for (const problem of problems) if (!stops(problem, strict)) logger.warn(showProblem(problem));
  if (fatal.length === 0) return;
  if (!watcher) throw new ContentError(fatal);
  for (const problem of fatal) logger.error(showProblem(problem));
}

const entryOf = (
  { data: { page, links, code, dressed, problems }, frontMatter }: ReadPage,
  paths: Pick<PageEntryInput, 'source' | 'file'>,
): PageEntryInput => ({
  ...paths,
  description: frontMatter.description,
  lang: frontMatter.lang,
  order: frontMatter.order,
  page,
  links,
  dressed: code ?? dressed,
  errors: problems.filter(({ severity }) => severity === 'error').map(showProblem),
});

/** How files are read: by what, and the folders that their paths are told from. */
interface Reading {
  readPage: PageReader;
  contentDir: string;
  repositoryRoot: string;
}

/** A path with `/`, from a folder. */
const pathFrom = (folder: string, file: string): string => path.relative(folder, file).replaceAll(path.sep, '/');

/** Reads one file into the store, and returns its problems. */
async function loadFile(file: string, reading: Reading, context: LoaderContext): Promise<readonly Problem[]> {
  const { readPage, contentDir, repositoryRoot } = reading;
  const paths = { source: pathFrom(repositoryRoot, file), file: pathFrom(contentDir, file) };
  const { store, config, generateDigest, parseData } = context;
  const source = readFileSync(file, 'utf8');
  const read = readPage(file, source);
  const { page, images = [], problems } = read.data;
  const id = page.id.slice(page.id.indexOf('/') + 1);
  const data = await parseData({ id, data: { ...entryOf(read, paths) }, filePath: file });
  const filePath = pathFrom(fileURLToPath(config.root), file);
  const entry = { id, data, filePath, digest: generateDigest(source) };
  if (read.isMdx) store.set({ ...entry, deferredRender: true });
  else {
    markImages(read.tree, images);
    const rendered = { html: serializeTree(read.tree), metadata: { imagePaths: images } };
    store.set({ ...entry, rendered, ...(images.length > 0 && { assetImports: images }) });
  }
  return problems;
}

/** Loads one collection: each file is read once, and every page is read and judged before anything is built. */
export function loadPages(kind: Kind, contentDir: string): Loader {
  return {
    name: `runsheet-${kind}`,
    async load(context) {
      const { config, store, watcher } = context;
      // Files are named as somebody who runs the build sees them: the engine may lie elsewhere than the content.
      const root = process.cwd();
      const folder = path.resolve(root, contentDir);
      const shownDir = pathFrom(root, folder);
      const { site, problems: ofSite } = readSiteFile(contentDir, root);
      const { strict = false, folders } = site ?? {};
      const readPage = createPageReader({ ...site, root, contentDir: folder, base: config.base });
      const reading = { readPage, contentDir: folder, repositoryRoot: findRepositoryRoot(folder, root) };
      const pages = () => placePages(folder, folders).filter(({ contentPath }) => contentPath.startsWith(`${kind}/`));

      // A page that has not changed may link to one that has: everything is read anew. It costs little.
      store.clear();
      const found: Problem[] = [];
      if (kind === 'runbooks') {
        found.push(...findSameIds(folder, shownDir, folders), ...findLeftOut(folder, shownDir, folders));
        found.push(...ofSite, ...readTheme(folder, root).problems);
      }
      for (const { file } of pages()) found.push(...(await loadFile(path.join(folder, file), reading, context)));
      report(found, context, strict);

      const idOf = (file: string) => {
        const contentPath = contentPathOf(file, folder, folders);
        return contentPath?.startsWith(`${kind}/`) ? pageIdOf(contentPath.slice(kind.length + 1)) : undefined;
      };
      const remove = (file: string) => {
        const id = idOf(file);
        if (id !== undefined) store.delete(id);
      };
      const reload = (file: string) => {
        if (!pages().some((page) => path.join(folder, page.file) === file)) return;
        // A store keeps an entry of the same digest, but the page may differ through one that it links to.
        remove(file);
        void loadFile(file, reading, context).then((problems) => report(problems, context, strict));
      };
      for (const one of folders?.[kind] ?? []) watcher?.add(path.join(folder, one));
      watcher?.on('add', reload).on('change', reload).on('unlink', remove);
    },
  };
}
