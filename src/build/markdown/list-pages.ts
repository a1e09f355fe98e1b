import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { findUnusableName, isPagePath, kinds, pageIdOf } from './page-path';
import type { Problem } from './problem';

const filesIn = (contentDir: string): string[] =>
  kinds
    .filter((kind) => existsSync(path.join(contentDir, kind)))
    .flatMap((kind) =>
      readdirSync(path.join(contentDir, kind), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && isPagePath(entry.name) && !entry.name.startsWith('.'))
        .map((entry) => path.relative(contentDir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')),
    )
    .sort();

/** The paths of all pages below the content folder, in order: "runbooks/a.md". */
export const listPages = (contentDir: string): string[] =>
  filesIn(contentDir).filter((file) => findUnusableName(file) === undefined);

/** Files that cannot be pages because of their names. */
export const findLeftOut = (contentDir: string, shownDir: string): Problem[] =>
  filesIn(contentDir).flatMap((file): Problem[] => {
    const message = findUnusableName(file);
    return message === undefined ? [] : [{ severity: 'broken', file: `${shownDir}/${file}`, line: 1, message }];
  });

/** Two files whose pages would have the same address. */
export function findSameIds(contentDir: string, shownDir: string): Problem[] {
  const byId = new Map<string, string>();
  return listPages(contentDir).flatMap((page): Problem[] => {
    const id = pageIdOf(page);
    const first = byId.get(id);
    if (first === undefined) {
      byId.set(id, page);
      return [];
    }
    const message = `Expected a page address of its own, found that \`${shownDir}/${first}\` has it too: \`${id}\`. Rename one: then the build goes on.`;
    return [{ severity: 'error', file: `${shownDir}/${page}`, line: 1, message }];
  });
}
