import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { readSiteFile } from '~/build/site/read-site';
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
  description: frontMatter.description,
  lang: frontMatter.lang,
  order: frontMatter.order,
  page,
  links,
  dressed: code ?? dressed,
  errors: problems.filter(({ severity }) => severity === 'error').map(showProblem),
});

/** Reads one file into the store, and returns its problems. */
async function loadFile(file: string, readPage: PageReader, context: LoaderContext): Promise<readonly Problem[]> {
  const { store, config, generateDigest, parseData } = context;
  const source = readFileSync(file, 'utf8');
  const read = readPage(file, source);
  const { page, images = [], problems } = read.data;
  const id = page.id.slice(page.id.indexOf('/') + 1);
  const data = await parseData({ id, data: { ...entryOf(read) }, filePath: file });
  const filePath = path.relative(fileURLToPath(config.root), file).replaceAll(path.sep, '/');
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
      const root = fileURLToPath(config.root);
      const folder = path.resolve(root, contentDir);
      const shownDir = path.relative(root, folder).replaceAll(path.sep, '/');
      const { site, problems: ofSite } = readSiteFile(contentDir, root);
      const strict = site?.strict ?? false;
      const readPage = createPageReader({ ...site, root, contentDir: folder, base: config.base });

      const isOfKind = ({ file }: Problem) => file.startsWith(`${shownDir}/${kind}/`);
      // A page that has not changed may link to one that has: everything is read anew. It costs little.
      store.clear();
      const found = [...findSameIds(folder, shownDir), ...findLeftOut(folder, shownDir)].filter(isOfKind);
      if (kind === 'runbooks') found.push(...ofSite);
      for (const page of listPages(folder).filter((name) => name.startsWith(`${kind}/`)))
        found.push(...(await loadFile(path.join(folder, page), readPage, context)));
      report(found, context, strict);

      const remove = (file: string) => store.delete(pageIdOf(path.relative(path.join(folder, kind), file)));
      const reload = (file: string) => {
        if (!contentPathOf(file, folder)?.startsWith(`${kind}/`)) return;
        // A store keeps an entry of the same digest, but the page may differ through one that it links to.
        remove(file);
        void loadFile(file, readPage, context).then((problems) => report(problems, context, strict));
      };
      watcher?.add(path.join(folder, kind));
      watcher?.on('add', reload).on('change', reload).on('unlink', remove);
    },
  };
}
