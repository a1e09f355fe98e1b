import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { liesIn } from '~/build/lies-in';
import { pathFrom } from '~/build/path-from';
import { type Folders, isPassedOver, kinds, usualFolders } from './folders';
import { contentPathOf, findUnusableName, isPagePath, pageIdOf } from './page-path';
import type { Problem } from './problem';

/** A built site holds copies of its pages' Markdown, and may lie in the content folder. */
const isBuiltSite = (folder: string): boolean => existsSync(path.join(folder, '_astro'));

/**
 * The Markdown files of a folder and of those in it: absolute paths. A link to a file or folder is followed, but not into a folder that it
 * lies in (`around`: the real paths of those that were gone through).
 */
function walk(folder: string, around: readonly string[] = []): string[] {
  const real = realpathSync(folder);
  if (isBuiltSite(folder) || around.some((one) => liesIn(one, real))) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (isPassedOver(entry.name)) return [];
    const found = entry.isSymbolicLink() ? statSync(file, { throwIfNoEntry: false }) : entry;
    if (found?.isDirectory()) return walk(file, [...around, real]);
    return found?.isFile() && isPagePath(entry.name) ? [file] : [];
  });
}

function filesIn(contentDir: string, folders: Folders): string[] {
  const roots = kinds.flatMap((kind) => folders[kind]).map((folder) => path.join(contentDir, folder));
  const files = new Set(roots.filter((root) => existsSync(root)).flatMap((root) => walk(root)));
  return [...files].map((file) => pathFrom(contentDir, file)).sort();
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

/** The files that the site writes beside a page: its text, and what a browser reads of it. A page of that address would be a folder there. */
const filesOf = (id: string): string[] => [`${id}.md`, `${id}/page.json`, `${id}/index.html`];

/** An address and those of the folders that it lies in. */
const pathsTo = (id: string): string[] => id.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));

/** Two files whose pages would have the same address, or of which one's would be a file of the other. */
export function findSameIds(contentDir: string, shownDir: string, folders: Folders = usualFolders): Problem[] {
  const placed = placePages(contentDir, folders).map(({ file, contentPath }) => ({ file, id: pageIdOf(contentPath) }));
  const byFile = new Map(placed.flatMap(({ file, id }) => filesOf(id).map((one) => [one, file])));
  const byId = new Map<string, string>();
  return placed.flatMap(({ file, id }): Problem[] => {
    const taken = pathsTo(id).find((one) => byFile.has(one));
    const first = byId.get(id) ?? (taken === undefined ? undefined : byFile.get(taken));
    if (first === undefined) {
      byId.set(id, file);
      return [];
    }
    const shown = path.posix.join(shownDir, first);
    const message = `Expected a page address of its own, found that \`${shown}\` has it too: \`${id}\`. Rename one: then the build goes on.`;
    return [{ severity: 'error', file: path.posix.join(shownDir, file), line: 1, message }];
  });
}
