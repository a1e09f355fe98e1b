import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type LoadedPage, loadedPages } from '~/build/markdown/loaded-pages';
import { canRun } from '~/core/page/page';
import { readRevisions } from './revision-files';
import { contentDir } from './site';

/** Writes what is published beside a page: its Markdown, and for one that can be run its items and its revisions. */
function writeBeside({ data: { page, file } }: LoadedPage, site: string): void {
  const folder = path.join(site, page.id);
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(contentDir, file), `${folder}.md`);
  if (!canRun(page)) return;
  writeFileSync(path.join(folder, 'page.json'), JSON.stringify(page));
  writeFileSync(path.join(folder, 'revisions.json'), JSON.stringify(readRevisions(page).file));
}

/**
 * A step of the build: writes the files beside pages, of which a development server has routes (src/pages/[kind]). Astro would render
 * each as it renders a page, and three of four files of a site are such.
 */
export function pageFiles(): AstroIntegration {
  return {
    name: 'page-files',
    hooks: {
      'astro:build:generated': ({ dir }) => {
        for (const page of loadedPages.values()) writeBeside(page, fileURLToPath(dir));
      },
    },
  };
}
