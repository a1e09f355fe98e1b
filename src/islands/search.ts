import { isMark, type ShownMark } from '~/core/run/marks';
import { stateOf } from '~/core/run/run';
import { keys } from '~/core/run/entry';
import { loadRun, shownRun } from '~/stores/shelf';

/** What Pagefind says of one page; only what is used here. */
interface PagefindPage {
  url: string;
  meta: { title?: string };
  locations: readonly number[];
  anchors: readonly { element: string; id: string; text?: string; location: number }[];
}

interface Pagefind {
  init(): Promise<void>;
  options(options: { baseUrl: string }): Promise<void>;
  preload(term: string, options?: SearchOptions): Promise<void>;
  search(term: string, options?: SearchOptions): Promise<{ results: readonly { data(): Promise<PagefindPage> }[] }>;
}

interface SearchOptions {
  filters?: { kind: string };
}

/** One place that was found: a page, a section of it, or a single item with its mark in the run that the page shows. */
export interface Hit {
  href: string;
  page: string;
  section: string;
  text: string;
  mark: ShownMark | undefined;
}

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
let loading: Promise<Pagefind> | undefined;

/** Loads the search once; rejects where the index is not there, as in development before the first build. */
export function loadSearch(): Promise<Pagefind> {
  loading ??= (async () => {
    const pagefind: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
    await pagefind.options({ baseUrl: base });
    await pagefind.init();
    return pagefind;
  })();
  loading.catch(() => (loading = undefined));
  return loading;
}

/** The mark that an item has in the run that its page shows. */
function markIn(page: string, item: string): ShownMark | undefined {
  const id = shownRun(page);
  const run = id === undefined ? undefined : loadRun(page, id);
  const mark = run && stateOf(run).get(keys.mark(item))?.value;
  return mark !== undefined && isMark(mark) ? mark : undefined;
}

/** Each place of a page where the words stand: the nearest item or heading above them, most hits first. */
function placesOf({ url, meta: { title = '' }, locations, anchors }: PagefindPage): Hit[] {
  const [path = ''] = url.split('#');
  const id = path.slice(base.length).replace(/\/$/, '');
  const hits = new Map<string, Hit & { weight: number }>();
  for (const location of locations) {
    const above = anchors.filter((anchor) => anchor.location <= location);
    const heading = above.findLast(({ element }) => /^h[1-6]$/.test(element));
    const nearest = above.findLast(({ element }) => element === 'li' || /^h[1-6]$/.test(element));
    const known = hits.get(nearest?.id ?? '');
    if (known) known.weight++;
    else {
      const isItem = nearest?.element === 'li';
      hits.set(nearest?.id ?? '', {
        href: nearest ? `${path}#${nearest.id}` : path,
        page: title,
        section: isItem ? (heading?.text ?? '') : '',
        text: nearest?.text?.trim() || title,
        mark: isItem ? markIn(id, nearest.id) : undefined,
        weight: 1,
      });
    }
  }
  return [...hits.values()].toSorted((a, b) => b.weight - a.weight);
}

/** How many pages, and how many places of each, are shown. */
const most = { pages: 8, places: 5 };

/** Finds words in all pages, or in those of one kind ("runbook" or "guide"), down to the single item. */
export async function findPlaces(term: string, kind?: string): Promise<Hit[]> {
  const pagefind = await loadSearch();
  const { results } = await pagefind.search(term, kind === undefined ? {} : { filters: { kind } });
  const pages = await Promise.all(results.slice(0, most.pages).map((result) => result.data()));
  return pages.flatMap((page) => placesOf(page).slice(0, most.places));
}
