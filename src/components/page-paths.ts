import { readLibrary, type LibraryPage } from './library';

/** The static paths of every page, for the routes below `[kind]/[...id]/`. */
export async function pagePaths(): Promise<{ params: { kind: string; id: string }; props: { shown: LibraryPage } }[]> {
  return (await readLibrary()).map((shown) => {
    const [kind = '', ...path] = shown.id.split('/');
    return { params: { kind, id: path.join('/') }, props: { shown } };
  });
}
