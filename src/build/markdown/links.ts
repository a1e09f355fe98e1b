import type { Element, Root } from 'hast';
import { findMissingImage, isExternal, type LinkContext, resolveAnchor, resolveLink } from './link-target';
import { childrenOf, hasClass, isElement, type Node } from './tree';

/** Which item (if any) links to which page. */
export interface PageLink {
  item?: string;
  page: string;
  anchor?: string;
}

export interface Links {
  links: PageLink[];
  problems: { severity: 'error' | 'warning'; node: Element; message: string }[];
}

/** An address that would run something; the site's policy forbids it, and nothing is left to click on. */
const isScript = (href: string): boolean => /^\s*(?:javascript|vbscript|data):/i.test(href);

const isFootnote = (link: Element): boolean =>
  link.properties.dataFootnoteRef !== undefined || link.properties.dataFootnoteBackref !== undefined;

/** Turns links to files into addresses of pages, and checks them, the links within the page, and its images. */
export function rewriteLinks(
  root: Root,
  context: LinkContext,
  own: { anchors: () => readonly string[]; title: string | undefined },
): Links {
  const found: Links = { links: [], problems: [] };
  let anchors: readonly string[] | undefined;
  const rewrite = (link: Element, item: string | undefined): void => {
    const { href } = link.properties;
    if (typeof href !== 'string' || href === '' || isFootnote(link)) return;
    if (isScript(href)) return void delete link.properties.href;
    if (isExternal(href)) return;
    const target = href.startsWith('#')
      ? resolveAnchor(href, (anchors ??= own.anchors()), own.title)
      : resolveLink(href, context);
    if (target.kind === 'untouched') return;
    if (target.kind !== 'page')
      return void found.problems.push({ severity: target.kind, node: link, message: target.message });
    link.properties.href = target.href;
    const { page, anchor } = target;
    if (page !== '') found.links.push({ ...(item === undefined ? {} : { item }), page, ...(anchor ? { anchor } : {}) });
  };
  const visit = (node: Node, item: string | undefined): void => {
    if (isElement(node, 'a')) rewrite(node, item);
    const missing = isElement(node, 'img') && findMissingImage(String(node.properties.src ?? ''), context);
    if (missing) found.problems.push({ severity: 'error', node, message: missing });
    const isItem = isElement(node, 'li') && hasClass(node, 'item');
    const inner = isItem ? String(node.properties.id) : item;
    childrenOf(node).forEach((child) => visit(child, inner));
  };
  visit(root, undefined);
  return found;
}
