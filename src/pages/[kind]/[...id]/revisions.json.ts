import type { APIRoute } from 'astro';
import type { LibraryPage } from '~/build/site/library';
import { besideRunPaths } from '~/build/site/page-paths';
import { readRevisions } from '~/build/site/revision-files';

export const getStaticPaths = besideRunPaths;

/** The page's revisions: fetched for a link of another revision than the page's own. */
export const GET: APIRoute<{ shown: LibraryPage }> = ({ props: { shown } }) =>
  Response.json(readRevisions(shown.page).file);
