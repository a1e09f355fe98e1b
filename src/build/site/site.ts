import path from 'node:path';
import { readSite, type Site } from './read-site';

/** The content folder: an absolute path. */
export const contentDir = path.resolve(process.env.CONTENT_DIR ?? 'content');

const read = (): Site => readSite(contentDir);

let kept: Site | undefined;

/** The settings in `content/site.yaml`. Read once in a build, and anew for every page in development. */
export const getSite = (): Site => (import.meta.env.DEV ? read() : (kept ??= read()));
