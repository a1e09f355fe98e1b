import { kinds } from '~/build/markdown/folders';
import { groupPages, splitByFolder } from './grouped-pages';
import { type Kind, type LibraryPage, readLibrary } from './library';
import { neighboursOf } from './reading-order';
import { getSite } from './site';

/** The pages of a kind that the navigation of one page shows, and the number of those that there are. */
export interface NearPages {
  kind: Kind;
  pages: readonly LibraryPage[];
  all: number;
}

/** At most this many of the current page's kind, and of the other: navigation must not grow with the site. */
const most = { near: 7, far: 3 };

/** Puts each page in its place in the lists, those of the home page: found at once, however many there are. */
function orderPages() {
  const all = readLibrary();
  const listed = (kind: Kind) =>
    splitByFolder(
      groupPages(
        all.filter((page) => page.kind === kind),
        getSite().navigation,
        '',
      ),
      '',
    ).flatMap(({ pages }) => pages);
  const lists = kinds.map((kind) => ({ kind, pages: listed(kind) })).filter(({ pages }) => pages.length > 0);
  const places = new Map(lists.flatMap(({ pages }) => pages.map(({ id }, place) => [id, place] as const)));
  return { lists, places, guides: lists.find(({ kind }) => kind === 'guides')?.pages ?? [] };
}

let ordering: ReturnType<typeof orderPages> | undefined;
const order = () => (import.meta.env.DEV ? orderPages() : (ordering ??= orderPages()));

/** The pages near one in the list of its kind, itself included; of the other kind the first few. */
export function nearPages(current: string | undefined): NearPages[] {
  const { lists, places } = order();
  return lists.map(({ kind, pages }) => {
    const at = current?.startsWith(`${kind}/`) ? (places.get(current) ?? -1) : -1;
    const count = at < 0 ? most.far : most.near;
    const from = Math.max(0, Math.min(at - Math.floor(count / 2), pages.length - count));
    return { kind, pages: pages.slice(from, from + count), all: pages.length };
  });
}

/** The guides before and after a page, in the order in which they are read. */
export function guidesBeside(page: string): { previous?: LibraryPage; next?: LibraryPage } {
  return neighboursOf(page, order().guides);
}

/** The runbooks that link to each page, by the page's id. */
function indexLinking(): Map<string, LibraryPage[]> {
  const linking = new Map<string, LibraryPage[]>();
  for (const runbook of readLibrary().filter(({ kind }) => kind === 'runbooks')) {
    for (const page of new Set(runbook.links.map((link) => link.page)))
      linking.set(page, [...(linking.get(page) ?? []), runbook]);
  }
  return linking;
}

let indexing: ReturnType<typeof indexLinking> | undefined;

/** The runbooks that link to a page, in the order of their list. */
export function runbooksTo(page: string): readonly LibraryPage[] {
  return (import.meta.env.DEV ? indexLinking() : (indexing ??= indexLinking())).get(page) ?? [];
}
