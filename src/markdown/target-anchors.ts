import { readFileSync, statSync } from 'node:fs';
import { markdownToHast, mdxToHast } from 'satteri';
import type { Words } from '~/words/en';
import { splitFrontMatter } from './front-matter';
import { type Anchors, type ContentFile, readAnchors } from './transform';
import { copyTree } from './tree';

const none: Anchors = { anchors: [], title: undefined };

/**
 * Reads the anchors of pages that others link to. Keeps what it read for each file until the file changes, so that a
 * thousand links to one guide parse it once.
 */
export function createAnchorReader(words: Words): (path: string) => Anchors {
  const kept = new Map<string, { changed: number; anchors: Anchors }>();
  return (path) => {
    const changed = statSync(path).mtimeMs;
    const known = kept.get(path);
    if (known?.changed === changed) return known.anchors;
    const source = readFileSync(path, 'utf8');
    const isMdx = /\.mdx$/i.test(path);
    const file: ContentFile = { source, shown: path, id: '', isMdx, linesBefore: 0 };
    const tree = (isMdx ? mdxToHast : markdownToHast)(splitFrontMatter(source).body, {
      features: { frontmatter: false },
    });
    const anchors = tree.type === 'root' ? readAnchors(copyTree(tree), file, words) : none;
    kept.set(path, { changed, anchors });
    return anchors;
  };
}
