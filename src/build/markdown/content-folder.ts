import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { type BuildCache, cacheFolder, openCache } from '~/build/cache/build-cache';
import { digestOf } from '~/build/cache/digest';
import { thisEngine } from '~/build/cache/engine-digest';
import { readTheme } from '~/build/look/theme';
import { pathFrom } from '~/build/path-from';
import { readSiteFile } from '~/build/site/read-site';
import { findRepositoryRoot } from '~/build/site/source-address';
import { startFolder } from '~/build/start-folder';
import type { Folders, Kind } from './folders';
import { findLeftOut, findSameIds, placePages } from './list-pages';
import { pageIdOf } from './page-path';
import type { Problem } from './problem';
import type { MarkdownOptions } from './read-page';

/** The content folder as it is read for the pages of one kind. */
export interface ContentFolder {
  kind: Kind;
  /** Absolute, and as messages name it. */
  folder: string;
  shown: string;
  /** The folders of the pages in it, where they are not the usual ones. */
  folders: Folders | undefined;
  options: MarkdownOptions;
  repositoryRoot: string;
  /** True where something broken stops the build. */
  strict: boolean;
  /** The readings of an earlier build, and a name for all that they depend on besides the files: the engine, the site, its place on the disk. */
  cache: BuildCache;
  maker: string;
  /** The problems of `site.yaml`. */
  problems: readonly Problem[];
}

/**
 * Opens the content folder for one kind of page; `contentDir`: from where the build was started, because files are named as somebody who
 * runs it sees them, and the engine may lie elsewhere than the content.
 */
export function openContent(kind: Kind, contentDir: string, config: AstroConfig): ContentFolder {
  const root = startFolder;
  const folder = path.resolve(root, contentDir);
  const { site, problems } = readSiteFile(contentDir, root);
  const { strict = false, folders } = site ?? {};
  const options = { ...site, root, contentDir: folder, base: config.base };
  const repositoryRoot = findRepositoryRoot(folder, root);
  const cache = openCache(cacheFolder(config.cacheDir), kind);
  const maker = digestOf(thisEngine(fileURLToPath(config.root)), JSON.stringify(options), repositoryRoot);
  const shown = pathFrom(root, folder);
  return { kind, folder, shown, folders, options, repositoryRoot, strict, cache, maker, problems };
}

/** The files of the kind's pages, absolute, and the ids of the pages within their kind. */
export const listContent = ({ kind, folder, folders }: ContentFolder): { file: string; id: string }[] =>
  placePages(folder, folders).flatMap(({ file, contentPath }) =>
    contentPath.startsWith(`${kind}/`)
      ? [{ file: path.join(folder, file), id: pageIdOf(contentPath.slice(kind.length + 1)) }]
      : [],
  );

/** The problems of the whole folder, which are reported once: with the runbooks. */
export const findFolderProblems = ({ kind, folder, shown, folders, problems }: ContentFolder): readonly Problem[] =>
  kind !== 'runbooks'
    ? []
    : [
        ...findSameIds(folder, shown, folders),
        ...findLeftOut(folder, shown, folders),
        ...problems,
        ...readTheme(folder, startFolder).problems,
      ];
