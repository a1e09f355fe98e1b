import { headingsAbove } from '~/core/search/headings';
import { isMark } from '~/core/page/page';
import type { ShownMark } from '~/core/run/marks';
import { keys } from '~/core/run/entry';
import { stateOf, type State } from '~/core/run/run';
import { shownRun } from '~/stores/pointer';
import { loadRun } from '~/stores/shelf';
import { whenFree } from '~/client/page/when-free';
import { addressOfPage } from '~/stores/site-addresses';
import type { ShownAnswer, ShownHit } from '~/core/search/shown-answer';
import { loadSearch } from './search-files';

/** A place that was found, as the dialog shows it. */
export interface Result {
  hit: ShownHit;
  /** Its address; on the page that is open its anchor alone, so that nothing is loaded anew. */
  href: string;
  text: string;
  /** The page's title, and the headings above the place, the outermost first. */
  where: readonly string[];
  /** The item's mark in the run that its page shows. */
  mark: ShownMark | undefined;
  isItem: boolean;
  /** The text beneath it, up to the next place. */
  body: () => Promise<string>;
}

export interface Results extends Omit<ShownAnswer, 'hits'> {
  results: readonly Result[];
  /** True where not all pages were searched. */
  isPartial: boolean;
  /** Says that the results of further pages, and of the other languages, are still to come, or cannot be loaded. */
  rest?: 'awaited' | 'missing';
}

export interface Wish {
  kind: string | undefined;
  /** True to find open steps alone. */
  open: boolean;
  /** True to take the words as they were typed: nothing is corrected or replaced. */
  literal: boolean;
  /** True where the question was answered before: the first results alone would take away what is shown. */
  isRepeated: boolean;
  /** Tells whether nobody waits for this answer any more. */
  isStale: () => boolean;
}

/** Tells whether a page is the one that is open. */
export const isHere = (page: string): boolean => location.pathname === addressOfPage(page);

/** Reads the marks of pages, each page's run once. A group's mark is known on its own page alone, where it is derived. */
function markReader(): (page: string, anchor: string) => ShownMark | undefined {
  const states = new Map<string, State | undefined>();
  const stateFor = (page: string): State | undefined => {
    if (!states.has(page)) {
      const id = shownRun(page);
      const run = id === undefined ? undefined : loadRun(page, id);
      states.set(page, run && stateOf(run));
    }
    return states.get(page);
  };
  return (page, anchor) => {
    const mark = isHere(page)
      ? document.getElementById(anchor)?.dataset.mark
      : stateFor(page)?.get(keys.mark(anchor))?.value;
    if (mark === 'mixed') return mark;
    return mark !== undefined && isMark(mark) ? mark : undefined;
  };
}

const isSettled = (mark: ShownMark | undefined) => mark === 'done' || mark === 'skipped';

function showHit(
  hit: ShownHit,
  bodies: () => Promise<readonly string[]>,
  markOf: ReturnType<typeof markReader>,
): Result {
  const { page, places } = hit.page;
  const place = places[hit.index];
  const isItem = place?.level === 0;
  // Only a few of hundreds of results are shown: what only these need is found out when they are.
  return {
    hit,
    get href() {
      const anchor = place?.anchor ?? '';
      return `${isHere(page) ? '' : addressOfPage(page)}${anchor === '' && !isHere(page) ? '' : `#${anchor}`}`;
    },
    text: place?.own ?? '',
    get where() {
      const above = (headingsAbove(places)[hit.index] ?? []).toReversed();
      return hit.index === 0 ? [] : [0, ...above].map((one) => places[one]?.own ?? '').filter((title) => title !== '');
    },
    isItem,
    get mark() {
      return isItem ? markOf(page, place.anchor) : undefined;
    },
    body: async () => (await bodies())[hit.index] ?? '',
  };
}

/** Answers a question. Stops early, with `undefined`, once nobody waits for the answer. */
async function ask(query: string, wish: Wish, everywhere: boolean, mostPages?: number): Promise<Results | undefined> {
  const { ask: answerTo, bodiesOf } = await loadSearch();
  const { kind, literal, isStale, open } = wish;
  if (isStale()) return undefined;
  const answer = await answerTo({ query, everywhere, kind, literal, mostPages }, isStale);
  if (isStale()) return undefined;
  const markOf = markReader();
  const results = answer.hits
    .map((hit) => showHit(hit, () => bodiesOf(hit.language, hit.id), markOf))
    .filter(({ isItem, mark }) => !open || (isItem && !isSettled(mark)));
  const looked = new Set(answer.hits.map(({ id }) => id)).size;
  return { ...answer, results, isPartial: answer.pages > looked };
}

/** The pages that are looked at first where each has a file of its own: browsers fetch as many files from one host at a time. */
const firstPages = 6;

/** The longest that the first results may take to be seen before the page looks for more, in milliseconds: hidden pages draw none. */
const drawing = 500;

/** Resolves once what was drawn is seen, and the page has nothing else to do. */
const drawn = (): Promise<void> =>
  new Promise((done) => {
    const late = setTimeout(done, drawing);
    const over = () => {
      clearTimeout(late);
      done();
    };
    requestAnimationFrame(() => requestAnimationFrame(() => whenFree(over)));
  });

/**
 * Answers a question, down to the single item. `show` is called with the best results of the page's own language as soon as they are
 * known, and once more when those of further pages and of the other languages have come, or cannot be loaded.
 */
export async function search(query: string, wish: Wish, show: (results: Results) => void): Promise<void> {
  const { isWhole } = await loadSearch();
  const own = wish.isRepeated && !isWhole ? undefined : await ask(query, wish, false, firstPages);
  if (isWhole) return own && show(own);
  const isSure = own && own.results.length > 0 && own.left.length === 0 && own.corrected.length === 0;
  if (isSure) show({ ...own, rest: 'awaited' });
  if (isSure) await drawn();
  if (wish.isStale()) return;
  try {
    const all = await ask(query, wish, true);
    if (all) show(all);
  } catch (error) {
    if (!isSure) throw error;
    show({ ...own, rest: 'missing' });
  }
}
