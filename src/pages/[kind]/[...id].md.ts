import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRoute } from 'astro';
import type { LibraryPage } from '~/build/site/library';
import { besidePaths } from '~/build/site/page-paths';
import { contentDir } from '~/build/site/site';

export const getStaticPaths = besidePaths;

/** The page's Markdown, as its author wrote it. */
export const GET: APIRoute<{ shown: LibraryPage }> = ({ props: { shown } }) =>
  new Response(readFileSync(path.join(contentDir, shown.entry.data.file)), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
