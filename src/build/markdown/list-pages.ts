import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Folders, isPassedOver, kinds, usualFolders } from './folders';
import { contentPathOf, findUnusableName, isPagePath, pageIdOf } from './page-path';
import type { Problem } from './problem';

/** A built site holds copies of its pages' Markdown, and may lie in the content folder. */
const isBuiltSite = (folder: string): boolean => existsSync(path.join(folder, '_astro'));

/** The Markdown files of a folder and of those in it: absolute paths. */
const walk = (folder: string): string[] =>
  isBuiltSite(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const file = path.join(folder, entry.name);
        if (isPassedOver(entry.name)) return [];
        if (entry.isDirectory()) return walk(file);
        return entry.isFile() && isPagePath(entry.name) ? [file] : [];
      });

function filesIn(contentDir: string, folders: Folders): string[] {
  const roots = kinds.flatMap((kind) => folders[kind]).map((folder) => path.join(contentDir, folder));
  const files = new Set(roots.filter((root) => existsSync(root)).flatMap(walk));
  return [...files].map((file) => path.relative(contentDir, file).replaceAll(path.sep, '/')).sort();
}

/** The paths of all pages, from the content folder, in order: "runbooks/a.md". */
export const listPages = (contentDir: string, folders: Folders = usualFolders): string[] =>
  filesIn(contentDir, folders).filter((file) => findUnusableName(file) === undefined);

/** Every page's file, from the content folder, and its path as its address has it, its kind first (page-path.ts). */
export const placePages = (
  contentDir: string,
  folders: Folders = usualFolders,
): { file: string; contentPath: string }[] =>
  listPages(contentDir, folders).flatMap((file) => {
    const contentPath = contentPathOf(path.join(contentDir, file), contentDir, folders);
    return contentPath === undefined ? [] : [{ file, contentPath }];
  });

/** Files that cannot be pages because of their names. */
export const findLeftOut = (contentDir: string, shownDir: string, folders: Folders = usualFolders): Problem[] =>
  filesIn(contentDir, folders).flatMap((file): Problem[] => {
    const message = findUnusableName(file);
    return message === undefined
      ? []
      : [{ severity: 'broken', file: path.posix.join(shownDir, file), line: 1, message }];
  });

/** Two files whose pages would have the same address. */
export function findSameIds(contentDir: string, shownDir: string, folders: Folders = usualFolders): Problem[] {
  const byId = new Map<string, string>();
  return placePages(contentDir, folders).flatMap(({ file, contentPath }): Problem[] => {
    const id = pageIdOf(contentPath);
    const first = byId.get(id);
    if (first === undefined) {
      byId.set(id, file);
      return [];
    }
    const shown = path.posix.join(shownDir, first);
    const message = `Expected a page address of its own, found that \`${shown}\` has it too: \`${id}\`. Rename one: then the build goes on.`;
    return [{ severity: 'error', file: path.posix.join(shownDir, file), line: 1, message }];
  });
}
