import { decodeLinkPages, findLinkPage } from '~/core/revision/link-pages';
import type { Head } from '~/core/snapshot/head';
import { addressOfPage, siteBase } from '~/stores/site-addresses';

/** A page of the site, where a link is to be opened. */
export interface LinkPlace {
  id: string;
  title: string;
  href: string;
}

/** Finds the page of the site that a link is of. `fragment`: the link's, as it came. `unreachable`: the list of pages is not at hand. */
export async function findPage(head: Head, fragment: string): Promise<LinkPlace | 'unreachable' | undefined> {
  const list = await fetch(`${siteBase}links.json`)
    .then((response): Promise<unknown> =>
      response.ok ? response.json() : Promise.reject(new Error(response.statusText)),
    )
    .catch(() => undefined);
  if (list === undefined) return 'unreachable';
  const page = findLinkPage(head, decodeLinkPages(list));
  if (page === undefined) return undefined;
  const { id, title } = page;
  return { id, title, href: `${addressOfPage(id)}?run${fragment.replace(/^#*/, '#')}` };
}
