import path from 'node:path';

/** The two kinds of page, by the folder they are in. */
export const kinds = ['runbooks', 'guides'] as const;

export const isPagePath = (file: string): boolean => /\.mdx?$/i.test(file);

/** A page's id from its path below the content folder, or below its collection: lower case, dashes for spaces, no ending. */
export const pageIdOf = (file: string): string =>
  file
    .replaceAll('\\', '/')
    .replace(/\.mdx?$/i, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, '-');

/** The page's path below the content folder ("runbooks/a.md"), or `undefined` if it is not a page of this site. */
export function contentPathOf(file: string, contentDir: string): string | undefined {
  const below = path.relative(contentDir, file).replaceAll(path.sep, '/');
  return kinds.some((kind) => below.startsWith(`${kind}/`)) && isPagePath(below) ? below : undefined;
}

/** The page's address under the site's base path ("/", "/docs"). */
export const pageAddress = (base: string, pageId: string): string =>
  `${base.replace(/\/$/, '')}/${pageId.split('/').map(encodeURIComponent).join('/')}/`;

/** A title for a page that gives none: its file's name, readable. */
export function titleFromPath(file: string): string {
  const name = path
    .basename(file)
    .replace(/\.mdx?$/i, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}
