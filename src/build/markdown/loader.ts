import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { findSameIds, listPages } from '~/build/check/check';
import { readFrontMatter } from './front-matter';
import { type kinds, pageIdOf } from './page-path';
import type { RunsheetData } from './plugin';
import { ContentError, type Problem, showProblem } from './problem';

type Logger = LoaderContext['logger'];

/** What only the author can put right before Astro reads the files: addresses that collide, YAML that is none. */
function findBarriers(root: string, contentDir: string, kind: string): Problem[] {
  const shownDir = path.relative(root, contentDir);
  const ofKind = listPages(contentDir).filter((page) => page.startsWith(`${kind}/`));
  const frontMatters = ofKind.flatMap((page) => {
    const source = readFileSync(path.join(contentDir, page), 'utf8');
    return readFrontMatter(source, path.join(shownDir, page).replaceAll(path.sep, '/')).problems;
  });
  const errors = frontMatters.filter(({ severity }) => severity === 'error');
  return [
    ...findSameIds(contentDir, shownDir).filter(({ file }) => file.startsWith(`${shownDir}/${kind}/`)),
    ...errors,
  ];
}

/** What the plugin found in a rendered page; nothing for `.mdx`, which is rendered later and reports itself. */
const problemsOf = (entry: ReturnType<LoaderContext['store']['values']>[number]): readonly Problem[] => {
  const { runsheet } = (entry.rendered?.metadata?.frontmatter ?? {}) as { runsheet?: RunsheetData };
  return runsheet?.problems ?? [];
};

/** Warnings are printed, once each; errors stop a build. A watching server says both and goes on. */
function report(problems: readonly Problem[], logger: Logger, watches: boolean): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const problem of problems) if (problem.severity === 'warning') logger.warn(showProblem(problem));
  if (errors.length === 0) return;
  if (!watches) throw new ContentError(errors);
  for (const problem of errors) logger.error(showProblem(problem));
}

/**
 * Loads one collection with Astro's glob loader, and reports what is wrong in it: Astro itself only logs what is thrown
 * while it renders Markdown, and builds the site without that page.
 */
export function loadPages(kind: (typeof kinds)[number], contentDir: string): Loader {
  return {
    name: `runsheet-${kind}`,
    async load(context) {
      const { config, store, logger, watcher } = context;
      const root = fileURLToPath(config.root);
      const folder = path.resolve(root, contentDir);
      report(findBarriers(root, folder, kind), logger, watcher !== undefined);
      // A page that has not changed may link to one that has: everything is read anew. It costs little.
      store.clear();
      const base = path.relative(root, path.join(folder, kind)).replaceAll(path.sep, '/');
      const files = glob({
        pattern: '**/*.{md,mdx}',
        base: `./${base}`,
        generateId: ({ entry }) => pageIdOf(entry),
        retainBody: false,
      });
      await files.load(context);
      report(store.values().flatMap(problemsOf), logger, watcher !== undefined);
      const reload = (file: string) => {
        const id = pageIdOf(path.relative(path.join(folder, kind), file));
        const entry = store.get(id);
        if (entry) report(problemsOf(entry), logger, true);
      };
      watcher?.on('change', (file) => setTimeout(reload, 200, file));
    },
  };
}
