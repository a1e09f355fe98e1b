import { readFileSync, statSync } from 'node:fs';
import { splitFrontMatter } from './front-matter';
import { findMdxFault } from './mdx-fault';
import { isMdxPath } from './page-path';
import type { ContentFile } from './content-file';
import { type Anchors, readAnchors } from './transform';
import { parseTree } from './tree';

/**
 * Reads the anchors of pages that others link to. Caches the result for each file until the file changes, so that a
 * thousand links to one guide parse it once.
 */
export function createAnchorReader(): (path: string) => Anchors {
  const kept = new Map<string, { changed: number; anchors: Anchors }>();
  return (path) => {
    const changed = statSync(path).mtimeMs;
    const known = kept.get(path);
    if (known?.changed === changed) return known.anchors;
    const source = readFileSync(path, 'utf8');
    const isMdx = isMdxPath(path) && !findMdxFault(source, path);
    const file: ContentFile = { source, shown: path, id: '', isMdx, linesBefore: 0 };
    const anchors = readAnchors(parseTree(splitFrontMatter(source).body, isMdx), file);
    kept.set(path, { changed, anchors });
    return anchors;
  };
}
