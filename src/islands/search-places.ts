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

interface Scored extends Place {
  /** How many of the words stand in the place's own text, and how many there or beneath it, up to the next place. */
  own: number;
  near: number;
  /** The part of its own text that was searched for. */
  share: number;
}

const countWords = (text: string): number => text.split(/[\s\u200B]+/).filter((word) => word !== '').length;

/** What a page is made of: the page itself, its sections, its items; each reaches to where the next begins. */
function findPlaces({ id: page, title, anchors }: FoundPage): (Place & { location: number; end: number })[] {
  let section = '';
  const places = anchors.map(({ element, id, text = '', location }) => {
    const isItem = element === 'i';
    if (!isItem) section = text.trim();
    return { page, title, anchor: id, section: isItem ? section : '', isItem, text: text.trim(), location };
  });
  const whole = { page, title, section: '', isItem: false, text: title, location: 0 };
  return [whole, ...places].map((place, i, all) => ({ ...place, end: all[i + 1]?.location ?? Infinity }));
}

function score(page: FoundPage): Scored[] {
  return findPlaces(page)
    .map(({ location, end, ...place }) => {
      const length = countWords(place.text);
      const count = (to: number) =>
        page.found.filter((at) => at.some((found) => location <= found && found < to)).length;
      const own = count(location + length);
      return { ...place, own, near: count(end), share: own / Math.max(1, length) };
    })
    .filter(({ near }) => near > 0);
}

/** At most so many places in all, and so many of one page that merely stand near the words. */
const most = { places: 20, near: 3 };

/**
 * Ranks the places of pages that come best first. A place whose own text has all the words comes before one that has
 * them in the text beneath it; a place that lacks one of them is shown only for a page that has nothing better.
 */
export function rankPlaces(pages: readonly FoundPage[]): Place[] {
  const tierOf = ({ own, near }: Scored, words: number) => (own === words ? 2 : near === words ? 1 : 0);
  const ranked = pages.flatMap((page, rank) => {
    const scored = score(page).map((place) => ({ ...place, rank, tier: tierOf(place, page.found.length) }));
    const sorted = scored.toSorted((a, b) => b.tier - a.tier || b.own - a.own || b.near - a.near || b.share - a.share);
    const own = sorted.filter(({ tier }) => tier === 2);
    const near = sorted.filter(({ tier }) => tier === 1);
    return [...own, ...(own.length + near.length > 0 ? near : sorted.slice(0, 1)).slice(0, most.near)];
  });
  return ranked
    .toSorted((a, b) => b.tier - a.tier || (a.tier === 2 ? b.share - a.share : b.own - a.own) || a.rank - b.rank)
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
