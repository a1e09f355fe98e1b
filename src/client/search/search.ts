import { readTerms } from '~/core/search-words';
import { isMark, type ShownMark } from '~/core/run/marks';
import { stateOf } from '~/core/run/run';
import { keys } from '~/core/run/entry';
import { shownRun } from '~/stores/pointer';
import { loadRun } from '~/stores/shelf';
import { loadSearch, searchBase } from './search-files';
import { rankPlaces, type FoundPage, type Place } from './search-places';

/** A place that was found, its address, and its mark in the run that its page shows. */
export interface Hit extends Place {
  href: string;
  mark: ShownMark | undefined;
}

/** The mark that an item has in the run that its page shows; a group's only on its own page, where it is derived. */
function markOf({ page, anchor = '', isItem }: Place): ShownMark | undefined {
  if (!isItem) return undefined;
  const here = document.querySelector<HTMLElement>('[data-page]')?.dataset.page === page;
  const id = shownRun(page);
  const run = id === undefined || here ? undefined : loadRun(page, id);
  const mark = here ? document.getElementById(anchor)?.dataset.mark : run && stateOf(run).get(keys.mark(anchor))?.value;
  return mark !== undefined && isMark(mark) ? mark : undefined;
}

/** How many pages are looked into for places: each is a file to fetch. */
const mostPages = 10;

/**
 * Finds words in all pages, or in those of one kind ("runbook" or "guide"), down to the single item. Stops early, with
 * `undefined`, once `isStale` says that nobody waits for these words any more.
 */
export async function findPlaces(
  query: string,
  { kind, isStale }: { kind: string | undefined; isStale: () => boolean },
): Promise<readonly Hit[] | undefined> {
  const terms = readTerms(query);
  const pagefind = await loadSearch();
  if (isStale()) return undefined;
  const options = kind === undefined ? {} : { filters: { kind } };
  const { results } = await pagefind.search(terms.join(' '), options);
  if (isStale()) return undefined;
  const best = results.slice(0, mostPages);
  // Each word by itself, to know which of them stands where: everything that this needs is loaded by now.
  const alone =
    terms.length > 1 ? await Promise.all(terms.map((term) => pagefind.search(term, options))) : [{ results }];
  const found = alone.map((one) => new Map(one.results.map(({ id, words }) => [id, words])));
  const pages = await Promise.all(
    best.map(async (result): Promise<FoundPage> => {
      const { url, meta, anchors } = await result.data();
      const id = decodeURI(url).slice(searchBase.length).replace(/\/$/, '');
      return { id, title: meta.title ?? '', anchors, found: found.map((of) => of.get(result.id) ?? []) };
    }),
  );
  if (isStale()) return undefined;
  return rankPlaces(pages).map((place) => ({
    ...place,
    href: `${searchBase}${place.page}/${place.anchor === undefined ? '' : `#${place.anchor}`}`,
    mark: markOf(place),
  }));
}
