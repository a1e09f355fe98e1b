import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { readSiteFile } from '~/build/site/read-site';
import { createCompiler } from './compile';
import { readFrontMatter, splitFrontMatter } from './front-matter';
import { findLeftOut, findSameIds, listPages } from './list-pages';
import { withoutModules } from './mdx-fault';
import { contentPathOf, type kinds, pageIdOf } from './page-path';
import { ContentError, type Problem, showProblem, stops } from './problem';

type Kind = (typeof kinds)[number];

/** How Astro renders Markdown: without its own reading of front matter, which stops at what other tools write. */
type Render = (entry: { id: string; data: object; body: string; filePath: string; digest: string }) => Promise<{
  html: string;
  metadata?: { imagePaths?: string[] };
}>;

interface EntryTypes {
  entryTypes: Map<string, { getRenderFunction?: (config: LoaderContext['config']) => Promise<Render> }>;
}

/** What Astro gives to loaders beyond what it declares. */
async function createRenderer(context: LoaderContext): Promise<Render> {
  const { entryTypes } = context as LoaderContext & Partial<EntryTypes>;
  const render = await entryTypes?.get('.md')?.getRenderFunction?.(context.config);
  if (!render) throw new Error('This version of Astro does not say how it renders Markdown.');
  return render;
}

/** Says what is wrong; what stops a build is thrown. A watching server says it and goes on. */
function report(problems: readonly Problem[], { logger, watcher }: LoaderContext, strict: boolean): void {
  const fatal = problems.filter((problem) => stops(problem, strict));
  for (const problem of problems) if (!stops(problem, strict)) logger.warn(showProblem(problem));
  if (fatal.length === 0) return;
  if (!watcher) throw new ContentError(fatal);
  for (const problem of fatal) logger.error(showProblem(problem));
}

/** Nothing is written over a good site because one page is in trouble: every page is read and judged before anything is built. */
export function loadPages(kind: Kind, contentDir: string): Loader {
  return {
    name: `runsheet-${kind}`,
    async load(context) {
      const { config, store, watcher, generateDigest, parseData } = context;
      const root = fileURLToPath(config.root);
      const folder = path.resolve(root, contentDir);
      const shownDir = path.relative(root, folder).replaceAll(path.sep, '/');
      const { site, problems: ofSite } = readSiteFile(contentDir, root);
      const strict = site?.strict ?? false;
      const compile = createCompiler({ ...site, root, contentDir: folder, base: config.base });
      const render = await createRenderer(context);

      const readPage = async (page: string): Promise<readonly Problem[]> => {
        const file = path.join(folder, page);
        const source = readFileSync(file, 'utf8');
        const digest = generateDigest(source);
        const id = pageIdOf(page.slice(kind.length + 1));
        const { data: pageData, isMdx } = compile(file);
        const data = await parseData({ id, data: readFrontMatter(source, file).value, filePath: file });
        const filePath = path.relative(root, file).replaceAll(path.sep, '/');
        if (isMdx) {
          store.set({ id, data, filePath, digest, deferredRender: true });
          return pageData.problems;
        }
        const { body } = splitFrontMatter(source);
        const rendered = await render({ id, data: {}, body: withoutModulesOf(page, body), filePath: file, digest });
        const assetImports = rendered.metadata?.imagePaths;
        store.set({ id, data, filePath, digest, rendered, ...(assetImports && { assetImports }) });
        return pageData.problems;
      };

      const isOfKind = ({ file }: Problem) => file.startsWith(`${shownDir}/${kind}/`);
      const leftOut = findLeftOut(folder, shownDir).filter(isOfKind);
      // A page that has not changed may link to one that has: everything is read anew. It costs little.
      store.clear();
      const found: Problem[] = [...findSameIds(folder, shownDir).filter(isOfKind), ...leftOut];
      if (kind === 'runbooks') found.push(...ofSite);
      for (const page of listPages(folder).filter((name) => name.startsWith(`${kind}/`)))
        found.push(...(await readPage(page)));
      report(found, context, strict);

      const reload = (file: string) => {
        const page = contentPathOf(file, folder);
        if (!page?.startsWith(`${kind}/`)) return;
        void readPage(page).then((problems) => report(problems, context, strict));
      };
      watcher?.add(path.join(folder, kind));
      watcher?.on('add', reload).on('change', reload);
      watcher?.on('unlink', (file) => store.delete(pageIdOf(path.relative(path.join(folder, kind), file))));
    },
  };
}

const withoutModulesOf = (page: string, body: string): string => (page.endsWith('.mdx') ? withoutModules(body) : body);
