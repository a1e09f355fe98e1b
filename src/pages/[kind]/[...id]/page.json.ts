import type { APIRoute } from 'astro';
import type { LibraryPage } from '~/build/site/library';
import { besideRunPaths } from '~/build/site/page-paths';

export const getStaticPaths = besideRunPaths;

/** The page as a run sees it: fetched where runs of many pages are shown together. */
export const GET: APIRoute<{ shown: LibraryPage }> = ({ props: { shown } }) => Response.json(shown.page);
