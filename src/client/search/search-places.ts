import { closeUp } from '~/core/search-words';

/** A page on which all words were found. Locations are counted in words from the page's beginning. */
export interface FoundPage {
  id: string;
  title: string;
  /** Its sections (`h`) and items (`i`), in order. */
  anchors: readonly { element: string; id: string; text?: string; location: number }[];
  /** For each word searched for, where it stands. */
  found: readonly (readonly number[])[];
}

/** One place that was found: a page, a section of it, or a single item. */
export interface Place {
  page: string;
  title: string;
  /** Missing for the page itself. */
  anchor?: string;
  /** The heading that an item stands under; empty for sections and pages. */
  section: string;
  isItem: boolean;
  text: string;
}

/** A stretch of a page, counted in words: from `start` up to `end`. */
interface Span {
  start: number;
  end: number;
}

interface Spread extends Place {
  /** Its own text; what says where it is: the titles of its page and of its section; and all up to the next place. */
  own: Span;
  titles: readonly Span[];
  whole: Span;
}

interface Scored extends Place {
  /** How many of the words stand in the place's own text, and how many there or beneath it, up to the next place. */
  own: number;
  near: number;
  /** How well it answers: 3 its own text has all the words, 2 with the titles above it, 1 with what is beneath it. */
  tier: number;
  /** The part of its own text that was searched for. */
  share: number;
}

const countWords = (text: string): number => text.split(/[\s\u200B]+/).filter((word) => word !== '').length;

/** What a page is made of: the page itself, its sections, its items; each reaches to where the next begins. */
function findPlaces({ id: page, title, anchors }: FoundPage): Spread[] {
  const spanOf = (start: number, text: string): Span => ({ start, end: start + countWords(text) });
  const head = spanOf(0, title);
  let section = { text: '', titles: [head] };
  const places = anchors.map(({ element, id, text = '', location }) => {
    const isItem = element === 'i';
    const own = spanOf(location, text);
    if (!isItem) section = { text: text.trim(), titles: [head, own] };
    const where = isItem ? { section: section.text, titles: section.titles } : { section: '', titles: [head] };
    return { page, title, anchor: id, ...where, isItem, text: text.trim(), own };
  });
  const whole = { page, title, section: '', titles: [], isItem: false, text: title, own: head };
  return [whole, ...places].map((place, i, all) => ({
    ...place,
    whole: { start: place.own.start, end: all[i + 1]?.own.start ?? Infinity },
  }));
}

function score(page: FoundPage): Scored[] {
  const { found } = page;
  return findPlaces(page)
    .map(({ own, titles, whole, ...place }) => {
      const countIn = (...spans: readonly Span[]) =>
        found.filter((at) => at.some((word) => spans.some(({ start, end }) => start <= word && word < end))).length;
      const [inOwn, near] = [countIn(own), countIn(whole)];
      const all = found.length;
      const tier = inOwn === all ? 3 : inOwn > 0 && countIn(own, ...titles) === all ? 2 : near === all ? 1 : 0;
      return { ...place, own: inOwn, near, tier, share: inOwn / Math.max(1, own.end - own.start) };
    })
    .filter(({ near }) => near > 0);
}

/** At most so many places in all; and of one page, by how well they answer, so many. */
const most = { places: 20, ofPage: [0, 3, 6, Infinity] };

/**
 * Ranks the places of pages that come best first. A place whose own text has all the words comes first, then one that has
 * them with the titles of its page and section ("database" under "Rollback steps"), then one that has them in the text beneath it;
 * a place that lacks one of them is shown only for a page that has nothing better.
 */
export function rankPlaces(pages: readonly FoundPage[]): Place[] {
  const ranked = pages.flatMap((page, rank) => {
    const scored = score(page).map((place) => ({ ...place, rank }));
    const sorted = scored.toSorted((a, b) => b.tier - a.tier || b.own - a.own || b.near - a.near || b.share - a.share);
    const best = [3, 2, 1].flatMap((tier) => sorted.filter((place) => place.tier === tier).slice(0, most.ofPage[tier]));
    return best.length > 0 ? best : sorted.slice(0, 1);
  });
  return ranked
    .toSorted((a, b) => b.tier - a.tier || (a.tier > 1 ? b.share - a.share : b.own - a.own) || a.rank - b.rank)
    .slice(0, most.places)
    .map(({ page, title, anchor, section, isItem, text }) => ({
      page,
      title: closeUp(title),
      ...(anchor === undefined ? {} : { anchor }),
      section: closeUp(section),
      isItem,
      text: closeUp(text),
    }));
}
