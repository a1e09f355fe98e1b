import path from 'node:path';
import { pathFrom } from '~/build/path-from';
import { encodePath } from '~/core/encode-path';
import { type Folders, isPassedOver, placeIn, usualFolders } from './folders';

/** The endings that GitHub reads as Markdown, and that of MDX; in any case. */
const ending = /\.(?:mdx?|markdown|mdown|mkdn?)$/i;

export const isPagePath = (file: string): boolean => ending.test(file);

export const isMdxPath = (file: string): boolean => /\.mdx$/i.test(file);

/** Signs that end or escape the path of an address: many hosts never find a file that has one in its name. */
const special = /[#?%]/;

/** A name that begins as an address of the web does, "mailto:", would be taken for one when the page is written. */
const scheme = /^([a-z][a-z\d+.-]*):+/;

/** A part of an address: lower case, dashes for spaces and for signs that an address cannot hold. */
function addressPart(name: string): string {
  const plain = name.toLowerCase().replace(/\s+/g, '-').replace(scheme, '$1-');
  if (!special.test(plain)) return plain;
  return plain.replace(/[-#?%]*[#?%][-#?%]*/g, '-').replace(/^-|-$/g, '') || 'page';
}

/** A page's id from its path below the content folder, or below its collection: an address without its ending. */
export const pageIdOf = (file: string): string =>
  file.replaceAll('\\', '/').replace(ending, '').normalize('NFC').split('/').map(addressPart).join('/');

/**
 * The page's path as its address has it, its kind first ("runbooks/a.md"), or `undefined` if it is not a page of this site. `file` and
 * `contentDir`: absolute.
 */
export function contentPathOf(file: string, contentDir: string, folders: Folders = usualFolders): string | undefined {
  const below = pathFrom(contentDir, file);
  if (!isPagePath(below) || below.split('/').some(isPassedOver)) return undefined;
  const place = placeIn(folders, below);
  return place && `${place.kind}/${place.name}`;
}

/**
 * Says why a file cannot be a page, if so: `.mdx` is loaded as a module, by an address in which some signs mean something else, and
 * by its ending in lower case.
 */
export function findUnusableName(file: string): string | undefined {
  if (!isMdxPath(file)) return undefined;
  const sign = special.exec(file)?.[0];
  if (sign) {
    return `Expected a name without \`${sign}\`, which the name of an \`.mdx\` file cannot hold: the page is left out. Rename the file, or end its name in \`.md\`.`;
  }
  return file.endsWith('.mdx')
    ? undefined
    : 'Expected the ending `.mdx` in lower case: the page is left out. Rename the file.';
}

/** The page's address under the site's base path ("/", "/docs"). */
export const pageAddress = (base: string, pageId: string): string =>
  `${base.replace(/\/$/, '')}/${encodePath(pageId)}/`;

/** Makes a title for a page without one: its file's name, made readable. */
export function titleFromPath(file: string): string {
  const name = path
    .basename(file)
    .replace(ending, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}
