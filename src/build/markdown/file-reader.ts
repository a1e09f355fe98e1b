import { readFileSync } from 'node:fs';
import { digestOf } from '~/build/cache/digest';
import { pathFrom } from '~/build/path-from';
import type { ContentFolder } from './content-folder';
import { createStateReader, keepReading, readKept, type Reading } from './kept-reading';
import { askedFiles } from './loaded-pages';
import { markImages } from './mark-images';
import { hasOwnCode } from './own-code';
import type { PageEntry } from './page-entry';
import { contentPathOf, isMdxPath } from './page-path';
import { showProblem } from './problem';
import { createPageReader, createValueReader, type ReadPage } from './read-page';
import { serializeTree } from './serialize';
import { createAnchorReader } from './target-anchors';

/** A file as it was read for the site. */
export interface FileReading extends Reading {
  /** True for a page that is run as a module, with code of its author's or pictures. */
  hasCode: boolean;
  /** Names the page's text and what was looked for on its way. */
  from: string;
}

const entryOf = (
  { data: { page, links, code, readingStyles, problems }, frontMatter }: ReadPage,
  paths: Pick<PageEntry, 'source' | 'file'>,
): PageEntry => ({
  description: frontMatter.description ?? '',
  lang: frontMatter.lang,
  order: frontMatter.order,
  ...paths,
  page,
  links,
  readingStyles: code ?? readingStyles ?? false,
  errors: problems.filter(({ severity }) => severity === 'error').map(showProblem),
});

/** Makes the function that names a page's anchors, as they are now or as an earlier build found them in the same text. */
function createAnchorNamer(
  { cache, maker }: ContentFolder,
  anchorsOf: ReturnType<typeof createAnchorReader>,
): (file: string) => string {
  return (file) => {
    const source = readFileSync(file);
    // A page in MDX may become valid or invalid by a change of another file.
    if (isMdxPath(file)) return digestOf(source);
    const name = digestOf(maker, 'anchors', source);
    const kept = cache.read(name);
    if (typeof kept === 'string') return kept;
    const anchors = digestOf(JSON.stringify(anchorsOf(file)));
    cache.write(name, anchors);
    return anchors;
  };
}

/** Makes the function that tells the states of what pages ask for (kept-reading.ts), and notes them for the site as a whole. */
function createStateNoter(
  content: ContentFolder,
  anchorsOf: ReturnType<typeof createAnchorReader>,
): (asked: string) => string {
  const readState = createStateReader({
    isPage: (file) => contentPathOf(file, content.folder, content.folders) !== undefined,
    anchorsOf: createAnchorNamer(content, anchorsOf),
  });
  return (asked) => {
    const state = readState(asked);
    askedFiles.set(asked, state);
    return state;
  };
}

/**
 * Makes a reader of the content's files, which looks at the disk once for each thing that is asked: for another look, make another reader.
 * It takes the reading that an earlier build kept, where there is one. `file`: absolute.
 */
export function createFileReader(content: ContentFolder): (file: string, source: string) => FileReading {
  const { folder, options, repositoryRoot, cache, maker } = content;
  const valuesOf = createValueReader(options);
  const anchorsOf = createAnchorReader();
  const readPage = createPageReader(options, valuesOf, anchorsOf);
  const stateOf = createStateNoter(content, anchorsOf);
  return (file, source) => {
    const name = digestOf(maker, file, source, JSON.stringify(valuesOf(pathFrom(folder, file))));
    const nameAll = (asked: Iterable<string>) => digestOf(name, ...[...asked].map((one) => `${one} ${stateOf(one)}`));
    const kept = readKept(cache, name, stateOf);
    if (kept) return { ...kept, hasCode: false, from: nameAll(kept.asked) };
    const read = readPage(file, source);
    const { isMdx } = read;
    const { images = [], problems } = read.data;
    const data = entryOf(read, { source: pathFrom(repositoryRoot, file), file: pathFrom(folder, file) });
    const from = nameAll(read.asked);
    if (isMdx && (images.length > 0 || hasOwnCode(read.tree)))
      return { data, html: '', images: [], problems, isMdx, hasCode: true, from };
    if (!isMdx) markImages(read.tree, images);
    const reading = { data, html: isMdx ? '' : serializeTree(read.tree), images, problems, isMdx };
    keepReading(cache, name, reading, read.asked, stateOf);
    return { ...reading, hasCode: false, from };
  };
}
