import type { Root } from 'hast';
import { isExternal } from './link-target';
import { isElement, walk } from './tree';

/**
 * Hands the page's own images over to Astro, which reads, measures and copies them: each is marked as Astro's content layer expects
 * it in a page's HTML. Returns their paths, from the page's folder.
 */
export function markImages(root: Root): string[] {
  const counts = new Map<string, number>();
  walk(root, (node) => {
    if (!isElement(node, 'img')) return;
    const { src, width, height, ...rest } = node.properties;
    if (typeof src !== 'string' || src === '' || isExternal(src)) return;
    const path = decodeURI(src);
    const index = counts.get(path) ?? 0;
    counts.set(path, index + 1);
    const image = JSON.stringify({ src: path, index, width, height });
    node.properties = { ...rest, __ASTRO_IMAGE_: image };
  });
  return [...counts.keys()];
}
