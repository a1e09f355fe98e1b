import { find, type Answer, type Hit } from '~/core/search/find';
import { headingsAbove } from '~/core/search/rank';
import { isMark, type ShownMark } from '~/core/run/marks';
import { keys } from '~/core/run/entry';
import { stateOf, type State } from '~/core/run/run';
import { shownRun } from '~/stores/pointer';
import { loadRun } from '~/stores/shelf';
import { pageLanguage, siteBase } from '~/client/page/site-base';
import type { OpenIndex } from './open-index';
import { loadSearch } from './search-files';

/** A place that was found, as the dialog shows it. */
export interface Result {
  hit: Hit;
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

export interface Results extends Omit<Answer, 'hits'> {
  results: readonly Result[];
  /** Not all pages were looked into. */
  isPartial: boolean;
}

export interface Wish {
  kind: string | undefined;
  /** Open steps alone. */
  open: boolean;
  /** The words as they were typed: nothing is corrected or replaced. */
  literal: boolean;
  /** Nobody waits for these words any more. */
  isStale: () => boolean;
}

/** The path of a page, as it stands in the address. */
export const pathOf = (page: string): string => `${siteBase}${page.split('/').map(encodeURIComponent).join('/')}/`;

/** Whether a page is the one that is open. */
export const isHere = (page: string): boolean => location.pathname === pathOf(page);

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

function showHit(hit: Hit, index: OpenIndex | undefined, markOf: ReturnType<typeof markReader>): Result {
  const { page, places } = hit.page;
  const { anchor = '', own = '', level } = places[hit.index] ?? {};
  const above = (headingsAbove(places)[hit.index] ?? []).toReversed().map((one) => places[one]?.own ?? '');
  return {
    hit,
    href: `${isHere(page) ? '' : pathOf(page)}${anchor === '' && !isHere(page) ? '' : `#${anchor}`}`,
    text: own,
    where: hit.index === 0 ? [] : [places[0]?.own ?? '', ...above].filter((title) => title !== ''),
    isItem: level === 0,
    mark: level === 0 ? markOf(page, anchor) : undefined,
    body: async () => (await index?.bodiesOf(hit.id))?.[hit.index] ?? '',
  };
}

/** Answers a question with the indexes that are there. Stops early, with `undefined`, once nobody waits any more. */
async function ask(query: string, wish: Wish, indexes: readonly OpenIndex[]): Promise<Results | undefined> {
  const { synonyms, languages } = await loadSearch();
  if (wish.isStale()) return undefined;
  const only = indexes.map((index) => index.only(wish.kind));
  const answer = await find(
    { query, language: pageLanguage(), languages, synonyms, literal: wish.literal, isStale: wish.isStale },
    only,
  );
  if (wish.isStale()) return undefined;
  const markOf = markReader();
  const results = answer.hits
    .map((hit) =>
      showHit(
        hit,
        only.find(({ language }) => language === hit.language),
        markOf,
      ),
    )
    .filter(({ isItem, mark }) => !wish.open || (isItem && !isSettled(mark)));
  const looked = new Set(answer.hits.map(({ id }) => id)).size;
  return { ...answer, results, isPartial: answer.pages > looked };
}

/**
 * Answers a question, down to the single item. `show` is told what the page's own language has as soon as it is known, and once more
 * when those of the other languages have come.
 */
export async function search(query: string, wish: Wish, show: (results: Results) => void): Promise<void> {
  const { first, others, languages } = await loadSearch();
  const own = await ask(query, wish, [first]);
  const isSure = own && own.results.length > 0 && own.left.length === 0 && own.corrected.length === 0;
  if (own && (isSure || languages.length < 2)) show(own);
  if (languages.length < 2) return;
  const all = await ask(query, wish, [first, ...(await others)]);
  if (all) show(all);
}
