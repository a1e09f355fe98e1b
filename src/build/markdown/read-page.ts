import path from 'node:path';
import type { Root } from 'hast';
import { type FrontMatter, readFrontMatter, splitFrontMatter } from './front-matter';
import { contentPathOf, pageIdOf } from './page-path';
import { createAnchorReader } from './target-anchors';
import { type PageData, transformPage } from './transform';
import { parseTree } from './tree';

export interface MarkdownOptions {
  /** The content folder: absolute, or relative to `root`. */
  contentDir: string;
  /** The site's base path: "/" or "/docs". */
  base: string;
  /** The project's folder, to which files are named in messages; else the current one. */
  root?: string;
  /** The site's language; else English. */
  lang?: string;
}

/** A file below the content folder as a page: its tree, ready to be written, and what the build knows of it. */
export interface ReadPage {
  tree: Root;
  frontMatter: FrontMatter;
  data: PageData;
}

/** Reads a file's text as a page. Throws where `.mdx` cannot be parsed; all else that is wrong is in `data.problems`. */
export type PageReader = (file: string, source: string) => ReadPage;

/** Makes a reader of the files below the content folder; it keeps the anchors of pages that others link to. `file`: absolute. */
export function createPageReader({ base, lang = 'en', root = process.cwd(), ...options }: MarkdownOptions): PageReader {
  const contentDir = path.resolve(root, options.contentDir);
  const anchorsOf = createAnchorReader();
  return (file, source) => {
    const contentPath = contentPathOf(file, contentDir);
    if (contentPath === undefined) throw new Error(`${file} is no page below ${contentDir}.`);
    const shown = path.relative(root, file).replaceAll(path.sep, '/');
    const isMdx = /\.mdx$/i.test(file);
    const { body, bodyLine } = splitFrontMatter(source);
    const tree = parseTree(body, isMdx);
    const page = { source, shown, id: pageIdOf(contentPath), isMdx, linesBefore: bodyLine };
    const data = transformPage(tree, page, { path: file, contentDir, base, anchorsOf }, lang);
    return { tree, frontMatter: readFrontMatter(source, shown).value, data };
  };
}
