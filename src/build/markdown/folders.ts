import { existsSync } from 'node:fs';
import path from 'node:path';

/** The two kinds of page. */
export const kinds = ['runbooks', 'guides'] as const;
export type Kind = (typeof kinds)[number];

/** The folders that hold the pages of each kind, from the content folder, with `/`; `''` is the content folder itself. */
export type Folders = Readonly<Record<Kind, readonly string[]>>;

export const usualFolders: Folders = { runbooks: ['runbooks'], guides: ['guides'] };

/**
 * The folders of a site's pages: those that `site.yaml` gives, else the usual two. A content folder that has neither of these is a
 * folder of runbooks itself, so that any folder of Markdown is a site as it is.
 */
export function chooseFolders(contentDir: string, given: Partial<Folders> | undefined): Folders {
  if (given) return { ...usualFolders, ...given };
  const isUsual = kinds.some((kind) => existsSync(path.join(contentDir, kind)));
  return isUsual ? usualFolders : { runbooks: [''], guides: [] };
}

/** Tells whether a folder is passed over: hidden ones, and packages that were installed. */
export const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** The kind of a file and its path below the folder of that kind; the deepest folder decides. `below`: from the content folder. */
export function placeIn(folders: Folders, below: string): { kind: Kind; name: string } | undefined {
  const prefixes = kinds.flatMap((kind) =>
    folders[kind].map((folder) => ({ kind, prefix: folder === '' ? '' : `${folder}/` })),
  );
  const [deepest] = prefixes
    .filter(({ prefix }) => below.startsWith(prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  return deepest && { kind: deepest.kind, name: below.slice(deepest.prefix.length) };
}
