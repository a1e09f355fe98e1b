import path from 'node:path';
import type { Root } from 'hast';
import { pathFrom } from '~/build/path-from';
import type { Value } from '~/core/page/page';
import { findRepositoryRoot } from '~/build/site/source-address';
import type { Folders } from './folders';
import { type FrontMatter, readFrontMatter, splitFrontMatter } from './front-matter';
import { findMdxFault } from './mdx-fault';
import { withoutModules } from './mdx-imports';
import { contentPathOf, isMdxPath, pageIdOf } from './page-path';
import type { Problem } from './problem';
import { createAnchorReader } from './target-anchors';
import { type PageData, transformPage } from './transform';
import { nestedTooDeep, readTree } from './tree';
import { startFolder } from '~/build/start-folder';
import { createValueScope } from './value-scope';

export interface MarkdownOptions {
  /** The content folder: absolute, or relative to `root`. */
  contentDir: string;
  /** The folders of the pages in it, where they are not the usual ones. */
  folders?: Folders;
  /** The site's base path: "/" or "/docs". */
  base: string;
  /** The project's folder, to which files are named in messages; else the current one. */
  root?: string;
  /** The site's language; else English. */
  lang?: string;
  /** True where the author named the language; else each text runs in its own direction. */
  isLangGiven?: boolean;
  /** The repository's address on the web, or ''. */
  repository?: string;
  /** The values that `site.yaml` declares. */
  values?: readonly Value[];
}

/** A file below the content folder as a page: its tree, ready to be written, and the build's data about it. */
export interface ReadPage {
  tree: Root;
  frontMatter: FrontMatter;
  data: PageData;
  /** True for a file that is run as a module: an `.mdx` file that is not valid is shown as plain Markdown. */
  isMdx: boolean;
  /** The files that its links and images name. */
  asked: ReadonlySet<string>;
}

const notText =
  'Expected a text in UTF-8, found bytes of something else: they are shown as �. Save the file as UTF-8, without signs that nobody sees.';

/** Reads a file's text as a page; its problems are in `data.problems`. `file`: absolute. */
export type PageReader = (file: string, source: string) => ReadPage;

/** Finds the values that hold on a page of a content folder, which is named by its file from there. */
export const createValueReader = ({ contentDir, folders, root = startFolder, values = [] }: MarkdownOptions) =>
  createValueScope(path.resolve(root, contentDir), folders, values);

/**
 * Makes a reader of the files below the content folder; the reader caches the anchors of pages that others link to. `valuesOf`: the values
 * that hold on a page, and `anchorsOf`: the anchors of others, where somebody has found them already.
 */
export function createPageReader(
  options: MarkdownOptions,
  valuesOf = createValueReader(options),
  anchorsOf = createAnchorReader(),
): PageReader {
  const { base, lang = 'en', isLangGiven = lang !== 'en', repository = '', root = startFolder, folders } = options;
  const contentDir = path.resolve(root, options.contentDir);
  const repositoryRoot = findRepositoryRoot(contentDir, root);
  const site = { contentDir, folders, base, lang, isLangGiven, repository, repositoryRoot };
  return (file, source) => {
    const contentPath = contentPathOf(file, contentDir, folders);
    if (contentPath === undefined) throw new Error(`${file} is no page below ${contentDir}.`);
    const shown = pathFrom(root, file);
    const fault = isMdxPath(file) ? findMdxFault(source, file) : undefined;
    const isValid = isMdxPath(file) && fault === undefined;
    const { body, bodyLine } = splitFrontMatter(source);
    const { tree, tooDeep } = readTree(fault ? withoutModules(body) : body, isValid);
    const isMdx = isValid && tooDeep === undefined;
    const read = { source, shown, id: pageIdOf(contentPath), isMdx, linesBefore: bodyLine };
    const asked = new Set<string>();
    const values = valuesOf(pathFrom(contentDir, file));
    const data = transformPage(tree, read, { ...site, path: file, anchorsOf, asked, values });
    const found: Problem[] = fault ? [{ severity: 'broken', file: shown, ...fault }] : [];
    const garbled = source.search(/[\ufffd\0]/);
    if (garbled >= 0) {
      const line = source.slice(0, garbled).split(/\r\n?|\n/).length;
      found.push({ severity: 'warning', file: shown, line, message: notText });
    }
    if (tooDeep !== undefined) {
      found.push({ severity: 'broken', file: shown, line: bodyLine + tooDeep, message: nestedTooDeep });
    }
    const { value: frontMatter } = readFrontMatter(source, shown);
    return { tree, frontMatter, data: { ...data, problems: [...found, ...data.problems] }, isMdx, asked };
  };
}
