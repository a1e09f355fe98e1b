import type { APIRoute } from 'astro';
import type { LibraryPage } from '~/components/library';
import { runPaths } from '~/components/page-paths';
import { recordPage } from '~/integrations/revision-files';

export const getStaticPaths = runPaths;

/** The page's revisions: fetched for a link of another revision than the page's own. */
export const GET: APIRoute<{ shown: LibraryPage }> = ({ props: { shown } }) =>
  Response.json(recordPage(shown.page).file);
