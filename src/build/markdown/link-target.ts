import { statSync } from 'node:fs';
import path from 'node:path';
import { pathFrom } from '~/build/path-from';
import { decodeAddress } from '~/core/decode-address';
import { repositoryPage, sourceAddress } from '~/build/site/source-address';
import { listAnchors } from './anchors';
import { findFile } from './find-file';
import type { Folders } from './folders';
import { listPages } from './list-pages';
import { nearestOf, quoteAll } from './nearest';
import { contentPathOf, pageAddress, pageIdOf } from './page-path';

/** The target of a link from a page: an address and, if its anchor is missing, the fault; or nothing at all. */
export type Target =
  | { kind: 'page'; href: string; page: string; anchor: string | undefined; lost?: string }
  | { kind: 'repository'; href: string }
  | { kind: 'untouched' }
  | { kind: 'nowhere'; message: string };

export interface LinkContext {
  /** Absolute path of the file that the link stands in. */
  path: string;
  /** Absolute path of the content folder. */
  contentDir: string;
  /** The folders of the pages in it, where they are not the usual ones. */
  folders?: Folders | undefined;
  /** The site's base path: "/" or "/docs". */
  base: string;
  /** Anchors of another page, by absolute path; `title` is the one that the layout's heading has taken. */
  anchorsOf: (file: string) => { anchors: readonly string[]; title: string | undefined };
  /** The repository's address on the web, or '', and its folder. */
  repository: string;
  repositoryRoot: string;
  /** Collects the files that were looked for: while they stay as they are, so does the page. */
  asked?: Set<string>;
}

/** Tells whether a link is to be left alone: to another site, from the site's root, or to a mail address. */
export const isExternal = (href: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(href);

/** The path that a link names, from the folder of the file that it stands in. */
const pathOf = (name: string, { path: from }: LinkContext): string => path.resolve(path.dirname(from), name);

const pagesIn = (contentDir: string, folders: Folders | undefined): string[] =>
  listPages(contentDir, folders).map((name) => path.join(contentDir, name));

function missing(name: string, context: LinkContext): Target {
  const { path: from, contentDir, folders } = context;
  const relative = (file: string) => pathFrom(path.dirname(from), file);
  const wanted = relative(pathOf(name, context));
  const withEnding = ['.md', '.mdx'].map((ending) => wanted.replace(/\/$/, '') + ending);
  const ended = withEnding.find((file) => findFile(path.resolve(path.dirname(from), file)));
  const near = ended ? [ended] : nearestOf(wanted, pagesIn(contentDir, folders).map(relative));
  const message = `Expected a link to a file, found \`${wanted}\`, which does not exist. The nearest: ${quoteAll(near)}.`;
  return { kind: 'nowhere', message };
}

/** A file or folder that is no page of the site: on the web it is found where the repository is. */
function resolveSource(name: string, file: string, rest: string, { repository, repositoryRoot }: LinkContext): Target {
  const isFolder = statSync(file).isDirectory();
  const inRepository = pathFrom(repositoryRoot, file);
  if (repository !== '' && !inRepository.startsWith('..')) {
    return { kind: 'repository', href: sourceAddress(repository, inRepository, isFolder ? 'tree' : 'blob') + rest };
  }
  const found = `\`${name}\` is a ${isFolder ? 'folder' : 'file'}, but no page of this site`;
  const repair = 'Give the address of the repository as `repository:` in `site.yaml`, and the link will lead there.';
  return { kind: 'nowhere', message: `Expected a link to a runbook or guide, found that ${found}. ${repair}` };
}

const fold = (anchor: string): string => anchor.toLowerCase().replace(/-{2,}/g, '-');

/** Finds an anchor as a link writes it: as it is, else in another case or with other dashes, as people write headings. */
const findAnchor = (wanted: string, anchors: readonly string[]): string | undefined =>
  anchors.includes(wanted) ? wanted : anchors.find((anchor) => fold(anchor) === fold(wanted));

const ofAnchors = '\0anchors';

/** Says that the anchors of a page were asked for, and not only whether it is there. */
export const anchorsIn = (file: string): string => file + ofAnchors;

/** The file of which something was asked, and whether it was the anchors. */
export const readAsked = (asked: string): { file: string; isOfAnchors: boolean } =>
  asked.endsWith(ofAnchors)
    ? { file: asked.slice(0, -ofAnchors.length), isOfAnchors: true }
    : { file: asked, isOfAnchors: false };

/** Resolves a link as GitHub does: by files, relative to the file that it stands in. */
export function resolveLink(href: string, context: LinkContext): Target {
  const [, name = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  const given = decodeAddress(name);
  context.asked?.add(pathOf(given, context));
  // A parameter alone leads to the page that it stands in.
  const file = given === '' ? context.path : findFile(pathOf(given, context));
  if (file === undefined) {
    const page = context.repository === '' ? undefined : repositoryPage(context.repository, href);
    return page === undefined ? missing(given, context) : { kind: 'repository', href: page };
  }
  const contentPath = contentPathOf(file, context.contentDir, context.folders);
  if (contentPath === undefined) return resolveSource(given, file, href.slice(name.length), context);
  const page = pageIdOf(contentPath);
  const address = pageAddress(context.base, page) + query;
  const wanted = decodeAddress(hash);
  const toPage: Target = { kind: 'page', href: address, page, anchor: undefined };
  if (wanted === '') return toPage;
  context.asked?.add(anchorsIn(file));
  const { anchors, title } = context.anchorsOf(file);
  const anchor = findAnchor(wanted, anchors);
  if (anchor !== undefined) return { kind: 'page', href: `${address}#${encodeURIComponent(anchor)}`, page, anchor };
  if (title !== undefined && findAnchor(wanted, [title]) !== undefined) return toPage;
  const lost = `Expected an anchor of \`${given}\`, found \`#${wanted}\`. ${listAnchors(wanted, anchors)}`;
  return { ...toPage, lost };
}

/** Resolves `#anchor`, a link within the page. */
export function resolveAnchor(href: string, anchors: readonly string[], title: string | undefined): Target {
  const wanted = decodeAddress(href.slice(1));
  if (wanted === '' || wanted === 'top' || anchors.includes(wanted)) return { kind: 'untouched' };
  const anchor = findAnchor(wanted, anchors);
  if (anchor !== undefined) return { kind: 'page', href: `#${encodeURIComponent(anchor)}`, page: '', anchor };
  if (title !== undefined && findAnchor(wanted, [title]) !== undefined) {
    return { kind: 'page', href: '#top', page: '', anchor: undefined };
  }
  const message = `Expected an anchor of this page, found \`#${wanted}\`. ${listAnchors(wanted, anchors)}`;
  return { kind: 'nowhere', message };
}
