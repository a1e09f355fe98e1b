import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { describeParseError, findSameIds, listPages } from '~/build/check/check';
import { readSite } from '~/build/site/read-site';
import { markImages } from './mark-images';
import type { PageEntryInput } from './page-entry';
import { contentPathOf, type kinds, pageIdOf } from './page-path';
import { ContentError, type Problem, showProblem } from './problem';
import { createPageReader, type PageReader, type ReadPage } from './read-page';
import { serializeTree } from './serialize';

/** Warnings are printed, once each; errors stop a build. A watching server says both and goes on. */
function report(problems: readonly Problem[], { logger, watcher }: LoaderContext): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const problem of problems) if (problem.severity === 'warning') logger.warn(showProblem(problem));
  if (errors.length === 0) return;
  if (!watcher) throw new ContentError(errors);
  for (const problem of errors) logger.error(showProblem(problem));
}

const entryOf = ({ data: { page, links, code, problems }, frontMatter }: ReadPage): PageEntryInput => ({
  description: frontMatter.description,
  lang: frontMatter.lang,
  order: frontMatter.order,
  page,
  links,
  code,
  errors: problems.filter(({ severity }) => severity === 'error').map(showProblem),
});

/** Reads one file into the store, and returns what is wrong with it. */
async function loadFile(file: string, readPage: PageReader, { store, config, ...context }: LoaderContext) {
  const filePath = path.relative(fileURLToPath(config.root), file).replaceAll(path.sep, '/');
  const source = readFileSync(file, 'utf8');
  let read: ReadPage;
  try {
    read = readPage(file, source);
  } catch (error) {
    return [describeParseError(error, file, filePath)];
  }
  const id = read.data.page.id.slice(read.data.page.id.indexOf('/') + 1);
  const data = await context.parseData({ id, data: { ...entryOf(read) }, filePath: file });
  const entry = { id, data, filePath, digest: context.generateDigest(source) };
  if (/\.mdx$/i.test(file)) store.set({ ...entry, deferredRender: true });
  else {
    const imagePaths = markImages(read.tree);
    const rendered = { html: serializeTree(read.tree), metadata: { imagePaths } };
    store.set({ ...entry, rendered, assetImports: imagePaths });
  }
  return read.data.problems;
}

/** Reads a file anew whenever it changes. */
function follow(folder: string, load: (file: string) => Promise<Problem[]>, context: LoaderContext): void {
  const { watcher, store } = context;
  const isOurs = (file: string) => contentPathOf(file, path.dirname(folder)) !== undefined && file.startsWith(folder);
  const reload = async (file: string) => {
    if (!isOurs(file)) return;
    store.delete(pageIdOf(path.relative(folder, file)));
    report(await load(file), context);
  };
  watcher?.add(folder);
  watcher?.on('add', (file) => void reload(file));
  watcher?.on('change', (file) => void reload(file));
  watcher?.on('unlink', (file) => {
    if (isOurs(file)) store.delete(pageIdOf(path.relative(folder, file)));
  });
}

/** Loads one collection: reads each file once, and reports what is wrong in all of them together. */
export function loadPages(kind: (typeof kinds)[number], contentDir: string): Loader {
  return {
    name: `runsheet-${kind}`,
    async load(context) {
      const { config, store } = context;
      const root = fileURLToPath(config.root);
      const absolute = path.resolve(root, contentDir);
      const shownDir = path.relative(root, absolute).replaceAll(path.sep, '/');
      const { lang } = readSite(contentDir, root);
      const readPage = createPageReader({ contentDir, base: config.base, root, lang });
      const load = (file: string) => loadFile(file, readPage, context);
      report(
        findSameIds(absolute, shownDir).filter(({ file }) => file.startsWith(`${shownDir}/${kind}/`)),
        context,
      );
      // A page that has not changed may link to one that has: everything is read anew. It costs little.
      store.clear();
      const files = listPages(absolute).filter((page) => page.startsWith(`${kind}/`));
      const problems: Problem[] = [];
      for (const page of files) problems.push(...(await load(path.join(absolute, page))));
      report(problems, context);
      follow(path.join(absolute, kind), load, context);
    },
  };
}
