import type { Root } from 'hast';
import { isElement, walk } from './tree';

/**
 * Hands the page's own images over to Astro, which reads, measures and copies them: each is marked as Astro's content layer expects
 * it in a page's HTML. `paths`: of these images, from the page's folder.
 */
export function markImages(root: Root, paths: readonly string[]): void {
  const own = new Map(paths.map((path) => [encodeURI(path), path]));
  const counts = new Map<string, number>();
  walk(root, (node) => {
    if (!isElement(node, 'img')) return;
    const { src: address, width, height, ...rest } = node.properties;
    const src = own.get(String(address));
    if (src === undefined) return;
    const index = counts.get(src) ?? 0;
    counts.set(src, index + 1);
    node.properties = { ...rest, __ASTRO_IMAGE_: JSON.stringify({ src, index, width, height }) };
  });
}
