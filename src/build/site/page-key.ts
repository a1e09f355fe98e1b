import { digestOf } from '~/build/cache/digest';
import { lastChange } from './last-changes';
import { readUses, type LibraryPage } from './library';
import { guidesBeside, nearPages, runbooksTo } from './neighbours';
import { readRevisions } from './revision-files';
import { getSite } from './site';

const shownOf = (page: LibraryPage | undefined) => page && [page.id, page.href, page.title];

/**
 * Names all of the content that a page's files are made from: its own, and whatever it shows of other pages. A page that has the same
 * name in the next build is not rendered anew. `undefined` for a page that is always rendered: one with code or pictures of its
 * own, which Astro has to find. A component that comes to show something else of other pages must name it here.
 */
export function pageKey({ id, kind, page, entry }: LibraryPage): string | undefined {
  if (entry.hasCode || entry.images.length > 0) return undefined;
  const near = nearPages(id).map(({ kind, pages, all }) => [kind, all, pages.map(shownOf)]);
  const { previous, next } = guidesBeside(id);
  const uses = kind === 'guides' ? readUses().get(id) : undefined;
  const linking = kind === 'guides' ? runbooksTo(id).map(shownOf) : [];
  const shown = [
    near,
    linking,
    shownOf(previous),
    shownOf(next),
    uses,
    lastChange(entry.data.source),
    readRevisions(page),
  ];
  return digestOf(entry.digest, JSON.stringify(shown), JSON.stringify(getSite()));
}
