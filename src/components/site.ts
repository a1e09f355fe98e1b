import { readSite, type Site } from '~/markdown/site';

const read = (): Site => readSite(process.env.CONTENT_DIR ?? 'content');

let kept: Site | undefined;

/** What `content/site.yaml` says. Read once in a build, and anew for every page in development. */
export const getSite = (): Site => (import.meta.env.DEV ? read() : (kept ??= read()));
