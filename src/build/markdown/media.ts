import type { Element } from 'hast';
import { decodeAddress } from '~/core/decode-address';
import { childrenOf, isElement } from './tree';

/** The address of the film or sound that an element plays: its own, or that of its first source. */
function sourceOf(media: Element): string {
  const source = childrenOf(media).find((child) => isElement(child, 'source'));
  const { src } = { ...(isElement(source) ? source.properties : {}), ...media.properties };
  return typeof src === 'string' ? src.trim() : '';
}

/**
 * Turns a film or a sound of raw HTML into a link to it, under the rules of links: the site's policy asks no other site for it, and only
 * pictures are copied beside the pages. So nothing is shown that plays nothing. Changes the element; one without an address stays.
 */
export function linkMedia(media: Element): void {
  const src = sourceOf(media);
  if (src === '') return;
  const { title, ariaLabel } = media.properties;
  const name = decodeAddress(src.replace(/[?#].*$/s, '').replace(/^.*\//s, '')) || src;
  media.tagName = 'a';
  media.properties = { href: src };
  media.children = [{ type: 'text', value: String(title ?? ariaLabel ?? name) }];
}
