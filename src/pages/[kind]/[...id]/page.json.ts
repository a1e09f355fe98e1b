import type { APIRoute } from 'astro';
import type { LibraryPage } from '~/components/library';
import { pagePaths } from '~/components/page-paths';

export const getStaticPaths = pagePaths;

/** The page as a run sees it: fetched where runs of many pages are shown together. */
export const GET: APIRoute<{ shown: LibraryPage }> = ({ props: { shown } }) => Response.json(shown.page);
