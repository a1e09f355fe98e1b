import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { findLeftOut, placePages } from '~/build/markdown/list-pages';
import { pageIdOf } from '~/build/markdown/page-path';
import { readHistory } from '~/build/site/last-changes';
import { readSiteFile } from '~/build/site/read-site';
import { revisionFileOf } from '~/build/site/revision-files';
import { findRepositoryRoot } from '~/build/site/source-address';
import { startFolder } from '~/build/start-folder';
import { digestOf } from '~/build/cache/digest';
import { thisEngine } from '~/build/cache/engine-digest';

const textOf = (file: string): string => (existsSync(file) ? `${file} ${digestOf(readFileSync(file))}` : file);

/** Read once: a commit that is made meanwhile is found by the next build. */
let history: string | undefined;

/** Names of what a site is made from: `made` without the pages' revisions, which a build adds to itself, and `whole` with them. */
export interface InputNames {
  made: string;
  whole: string;
}

/**
 * Names all that a site is made from, as far as that is known before a page is read: the engine and its settings, the site's own settings
 * and look, the pages and their revisions, and their history. The files that pages name are not part of it. `undefined` for a site with
 * files that Astro copies by itself.
 */
export function nameInputs(
  { root, publicDir, base, site, build }: Pick<AstroConfig, 'root' | 'publicDir' | 'base' | 'site' | 'build'>,
  contentDir: string,
): InputNames | undefined {
  if (existsSync(publicDir)) return undefined;
  const settings = readSiteFile(contentDir);
  const folders = settings.site?.folders;
  const pages = placePages(contentDir, folders);
  // The order of titles is that of the language in which the machine speaks.
  const { locale } = new Intl.Collator().resolvedOptions();
  const places = [contentDir, startFolder, findRepositoryRoot(contentDir, startFolder)];
  const given = [base, site, build.assets, locale, places, settings, pages, findLeftOut(contentDir, '', folders)];
  const look = globSync('*.{css,svg,yaml}', { cwd: contentDir }).toSorted();
  const made = digestOf(
    thisEngine(fileURLToPath(root)),
    JSON.stringify(given),
    (history ??= readHistory()),
    ...look.map((file) => textOf(path.join(contentDir, file))),
    ...pages.map(({ file }) => textOf(path.join(contentDir, file))),
  );
  const revisions = pages.map(({ contentPath }) => textOf(revisionFileOf(pageIdOf(contentPath))));
  return { made, whole: digestOf(made, ...revisions) };
}
