import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { listAnchors } from './anchors';
import { nearestOf, quoteAll } from './nearest';
import { contentPathOf, isPagePath, pageAddress, pageIdOf } from './page-path';

/** What a link from one page comes to: an address, or what is wrong with it. */
export type Target =
  | { kind: 'page'; href: string; page: string; anchor: string | undefined }
  | { kind: 'untouched' }
  | { kind: 'warning' | 'error'; message: string };

export interface LinkContext {
  /** Absolute path of the file that the link stands in. */
  path: string;
  /** Absolute path of the content folder. */
  contentDir: string;
  /** The site's base path: "/" or "/docs". */
  base: string;
  /** Anchors of another page, by absolute path; `title` is the one that the layout's heading has taken. */
  anchorsOf: (file: string) => { anchors: readonly string[]; title: string | undefined };
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Whether a link is to be left alone: another site, an address from the site's root, a mail address. */
export const isExternal = (href: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(href);

const pagesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isPagePath)
    .map((name) => path.join(folder, name));

function missing(file: string, { path: from, contentDir }: LinkContext): Target {
  const relative = (name: string) => path.relative(path.dirname(from), name).replaceAll(path.sep, '/');
  const wanted = relative(file);
  const withEnding = ['.md', '.mdx'].map((ending) => wanted.replace(/\/$/, '') + ending);
  const ended = withEnding.find((name) => existsSync(path.resolve(path.dirname(from), name)));
  const near = ended ? [ended] : nearestOf(wanted, pagesIn(contentDir).map(relative));
  const message = `Expected a link to a file, found \`${wanted}\`, which does not exist. The nearest: ${quoteAll(near)}.`;
  return { kind: 'error', message };
}

/** Resolves a link as GitHub does: by files, relative to the file that it stands in. */
export function resolveLink(href: string, context: LinkContext): Target {
  const [, name = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  const file = path.resolve(path.dirname(context.path), decode(name));
  if (!existsSync(file)) return missing(file, context);
  const contentPath = contentPathOf(file, context.contentDir);
  if (contentPath === undefined) {
    const isFolder = statSync(file).isDirectory();
    const found = `\`${decode(name)}\` is a ${isFolder ? 'folder' : 'file'}, but no page of this site`;
    if (isPagePath(file)) {
      return {
        kind: 'error',
        message: `Expected a link to a runbook or guide, found ${found}. Link to its web address.`,
      };
    }
    const repair = isFolder ? 'Link to a file in it.' : 'Put it in `public/` and link to it from there.';
    return { kind: 'warning', message: `${found}: the link will lead nowhere. ${repair}` };
  }
  const page = pageIdOf(contentPath);
  const address = pageAddress(context.base, page) + query;
  const anchor = decode(hash);
  if (anchor === '') return { kind: 'page', href: address, page, anchor: undefined };
  const { anchors, title } = context.anchorsOf(file);
  if (anchors.includes(anchor)) return { kind: 'page', href: `${address}#${encodeURIComponent(anchor)}`, page, anchor };
  if (anchor === title) return { kind: 'page', href: address, page, anchor: undefined };
  const message = `Expected an anchor of \`${decode(name)}\`, found \`#${anchor}\`. ${listAnchors(anchor, anchors)}`;
  return { kind: 'error', message };
}

/** Says if an image is not where it should be: Astro would stop without a word of which file asks for it. */
export function findMissingImage(src: string, context: LinkContext): string | undefined {
  const name = decode(src.replace(/[?#].*$/s, ''));
  if (src === '' || isExternal(src) || existsSync(path.resolve(path.dirname(context.path), name))) return undefined;
  return `Expected an image file, found \`${name}\`, which does not exist. It is looked for from the folder of the file that shows it.`;
}

/** Resolves `#anchor`, a link within the page. */
export function resolveAnchor(href: string, anchors: readonly string[], title: string | undefined): Target {
  const anchor = decode(href.slice(1));
  if (anchor === '' || anchor === 'top' || anchors.includes(anchor)) return { kind: 'untouched' };
  if (anchor === title) return { kind: 'page', href: '#top', page: '', anchor: undefined };
  return {
    kind: 'error',
    message: `Expected an anchor of this page, found \`#${anchor}\`. ${listAnchors(anchor, anchors)}`,
  };
}
