import { readSite, type Site } from './read-site';

/** The content folder. */
export const contentDir = process.env.CONTENT_DIR ?? 'content';

const read = (): Site => readSite(contentDir);

let kept: Site | undefined;

/** The settings in `content/site.yaml`. Read once in a build, and anew for every page in development. */
export const getSite = (): Site => (import.meta.env.DEV ? read() : (kept ??= read()));
