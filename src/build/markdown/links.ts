import type { Element, Root } from 'hast';
import type { Words } from '~/words/en';
import { findImage, readPicture } from './images';
import { isExternal, type LinkContext, resolveAnchor, resolveLink } from './link-target';
import { isScript } from './script-address';
import { linkMedia } from './media';
import { childrenOf, h, hasClass, isElement, type Node, textOf } from './tree';

/** A link to a page, and the item (if any) that it stands in. */
export interface PageLink {
  item?: string;
  page: string;
  anchor?: string;
}

export interface Links {
  links: PageLink[];
  /** Paths of images, from the page's folder, that Astro is to resolve. */
  images: string[];
  /** The links and images that lead nowhere, and their positions. */
  broken: { position: Node['position']; message: string }[];
  /** The links and images that work otherwise than they are written. */
  changed: { position: Node['position']; message: string }[];
}

const isFootnote = (link: Element): boolean =>
  link.properties.dataFootnoteRef !== undefined || link.properties.dataFootnoteBackref !== undefined;

/** The host that a picture's address names; '' for one that names none. */
const hostOf = (address: string): string => /^(?:https:)?\/\/([^/?#]+)/i.exec(address)?.[1] ?? '';

/** The remark beside a link or image that leads nowhere. It is no part of an item's or heading's own words. */
const remark = (said: string, address: string): Element =>
  h('small', { className: ['nowhere'] }, [` (${said}: ${address})`]);

/** Turns a link or an image into text, with a remark that there is nothing behind it. */
function mark(node: Element, said: string, address: string): void {
  const text = node.tagName === 'img' ? [String(node.properties.alt ?? '')] : node.children;
  const isHow = hasClass(node, 'how');
  const dead = h('span', { className: isHow ? ['how', 'dead'] : ['dead'] }, [...text, remark(said, address)]);
  node.tagName = 'span';
  node.properties = dead.properties;
  node.children = dead.children;
}

/** Marks a link whose text is its address: paper need not say it again. */
function markBare(link: Element, href: string): void {
  if (link.properties.className === undefined && textOf(link) === href) link.properties.className = ['bare'];
}

/** Turns links to files into addresses of pages, and checks them, the links within the page, and its images. */
export function rewriteLinks(
  root: Root,
  context: LinkContext,
  own: { anchors: () => readonly string[]; title: string | undefined },
  { content: words }: Words,
): Links {
  const found: Links = { links: [], images: [], broken: [], changed: [] };
  let anchors: readonly string[] | undefined;

  const rewriteLink = (link: Element, item: string | undefined, position: Node['position']): void => {
    const { href } = link.properties;
    if (typeof href !== 'string' || href === '' || isFootnote(link) || link.properties.dataHref !== undefined) return;
    if (isScript(href)) return void delete link.properties.href;
    if (isExternal(href)) return markBare(link, href);
    const target = href.startsWith('#')
      ? resolveAnchor(href, (anchors ??= own.anchors()), own.title)
      : resolveLink(href, context);
    if (target.kind === 'untouched') return;
    if (target.kind === 'nowhere') {
      found.broken.push({ position, message: target.message });
      return mark(link, words.nowhere, href);
    }
    link.properties.href = target.href;
    if (target.kind === 'repository') return;
    const { page, anchor, lost } = target;
    if (page !== '') found.links.push({ ...(item === undefined ? {} : { item }), page, ...(anchor ? { anchor } : {}) });
    if (lost === undefined) return;
    found.broken.push({ position, message: lost });
    link.children.push(remark(words.noSection, href.replace(/^[^#]*/, '')));
  };

  const rewriteImage = (image: Element, position: Node['position']): void => {
    const { src } = image.properties;
    // Drops other sizes of the same picture, which are not copied beside the pages.
    if (!isExternal(String(image.properties.srcSet ?? 'https:'))) delete image.properties.srcSet;
    if (typeof src === 'string' && /^http:/i.test(src)) {
      // A browser shows no picture that came without encryption on a page that came with it.
      image.properties.src = src.replace(/^http:/i, 'https:');
      const message = `Expected the picture at an address that begins with \`https:\`, found \`${src}\`: it is asked for there.`;
      return void found.changed.push({ position, message });
    }
    const source = findImage(typeof src === 'string' ? src : '', context);
    if (source === undefined) {
      const host = hostOf(String(src));
      const message = `Expected a picture beside the page, found one of \`${host}\`: that host is asked by every reader's browser and learns who reads, and offline the picture is missing.`;
      return void (host && found.changed.push({ position, message }));
    }
    if ('missing' in source) {
      found.broken.push({ position, message: source.missing });
      return mark(image, words.noImage, String(src ?? ''));
    }
    if ('local' in source) found.images.push(source.local);
    image.properties.src = 'local' in source ? encodeURI(source.local) : source.src;
  };

  const visit = (node: Node, item: string | undefined, around: Node['position']): void => {
    const position = node.position ?? around;
    if (isElement(node, 'picture')) {
      node.children = readPicture(node);
      node.tagName = 'span';
    }
    if (isElement(node, 'video', 'audio')) linkMedia(node);
    if (isElement(node, 'a')) rewriteLink(node, item, position);
    else if (isElement(node, 'img')) rewriteImage(node, position);
    const isItem = isElement(node, 'li') && hasClass(node, 'item');
    const inner = isItem ? String(node.properties.id) : item;
    childrenOf(node).forEach((child) => visit(child, inner, position));
  };
  visit(root, undefined, undefined);
  return found;
}
