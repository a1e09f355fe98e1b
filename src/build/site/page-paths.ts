import { readLibrary, type LibraryPage } from './library';

interface PagePath {
  params: { kind: string; id: string };
  props: { shown: LibraryPage };
}

/** The static paths of every page, for the routes below `[kind]/[...id]/`. */
export async function pagePaths(): Promise<PagePath[]> {
  return (await readLibrary()).map((shown) => {
    const [kind = '', ...path] = shown.id.split('/');
    return { params: { kind, id: path.join('/') }, props: { shown } };
  });
}

/** Those of the pages that can be run: the others need no data of their own. */
export const runPaths = async (): Promise<PagePath[]> =>
  (await pagePaths()).filter(({ props: { shown } }) => shown.page.items.length + shown.page.fields.length > 0);
