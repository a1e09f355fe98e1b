import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createCompiler } from '~/build/markdown/compile';
import { findLeftOut, findSameIds, listPages } from '~/build/markdown/list-pages';
import type { Problem } from '~/build/markdown/problem';
import type { MarkdownOptions } from '~/build/markdown/read-page';
import { lintPage } from './lint';

export { createCompiler } from '~/build/markdown/compile';
export { findSameIds, listPages } from '~/build/markdown/list-pages';

/** Lists all problems below the content folder, file by file; with today's date, possible improvements too. */
export function checkContent({ today, ...options }: MarkdownOptions & { root: string; today?: string }): Problem[] {
  const contentDir = path.resolve(options.root, options.contentDir);
  const shownDir = path.relative(options.root, contentDir);
  const compile = createCompiler(options);
  const { folders } = options;
  const problems = listPages(contentDir, folders).flatMap((page): readonly Problem[] => {
    const file = path.join(contentDir, page);
    const { data, isMdx } = compile(file);
    if (today === undefined) return data.problems;
    const source = readFileSync(file, 'utf8');
    return [...data.problems, ...lintPage({ source, shown: path.posix.join(shownDir, page), isMdx }, data.page, today)];
  });
  return [...findSameIds(contentDir, shownDir, folders), ...findLeftOut(contentDir, shownDir, folders), ...problems];
}
