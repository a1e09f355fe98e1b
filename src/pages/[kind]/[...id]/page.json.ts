import type { APIRoute } from 'astro';
import type { LibraryPage } from '~/build/site/library';
import { runPaths } from '~/build/site/page-paths';

export const getStaticPaths = runPaths;

/** The page as a run sees it: fetched where runs of many pages are shown together. */
export const GET: APIRoute<{ shown: LibraryPage }> = ({ props: { shown } }) => Response.json(shown.page);
