import { canRun } from '~/core/page/page';
import { readLibrary, type LibraryPage } from './library';
import { pageKey } from './page-key';

interface PagePath {
  params: { kind: string; id: string };
  props: { shown: LibraryPage };
  /** Names what the page is made from; none for a page that every build renders. */
  cacheKey?: string;
}

/** The static paths of every page, for the routes below `[kind]/[...id]/`. */
export function pagePaths(): PagePath[] {
  return readLibrary().map((shown) => {
    const [kind = '', ...path] = shown.id.split('/');
    const cacheKey = import.meta.env.DEV ? undefined : pageKey(shown);
    return { params: { kind, id: path.join('/') }, props: { shown }, ...(cacheKey && { cacheKey }) };
  });
}

/** The paths of files beside every page: none in a build, which writes them by itself (page-files.ts). */
export const besidePaths = (): PagePath[] => (import.meta.env.DEV ? pagePaths() : []);

/** Those of the pages that can be run: the others need no data of their own. */
export const besideRunPaths = (): PagePath[] => besidePaths().filter(({ props: { shown } }) => canRun(shown.page));
