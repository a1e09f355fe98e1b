import path from 'node:path';
import { type Brand, readBrand } from '~/build/look/brand';
import { readTheme, type SiteTheme } from '~/build/look/theme';
import { pathFrom } from '~/build/path-from';
import { readSite, type Site } from './read-site';
import { findRepositoryRoot } from './source-address';
import { startFolder } from '~/build/start-folder';

/** The content folder: an absolute path. */
export const contentDir = path.resolve(process.env.CONTENT_DIR ?? 'content');

const read = (): Site => readSite(contentDir);

let kept: Site | undefined;

/** The settings in `content/site.yaml`. Read once in a build, and anew for every page in development. */
export const getSite = (): Site => (import.meta.env.DEV ? read() : (kept ??= read()));

let keptTheme: SiteTheme | undefined;

/** The look in `content/theme.css`. Read once in a build, and anew for every page in development. */
export const getTheme = (): SiteTheme =>
  import.meta.env.DEV ? readTheme(contentDir) : (keptTheme ??= readTheme(contentDir));

let keptBrand: Brand | undefined;

/** The site's title, logo and colors, from which its pictures are made. */
export function getBrand(): Brand {
  if (import.meta.env.DEV) return readBrand(contentDir, getSite(), getTheme());
  return (keptBrand ??= readBrand(contentDir, getSite(), getTheme()));
}

/** The first folder of runbooks, from the folder of the repository. */
export const folderOfRunbooks = (): string =>
  pathFrom(findRepositoryRoot(contentDir, startFolder), path.join(contentDir, getSite().folders.runbooks[0] ?? ''));
