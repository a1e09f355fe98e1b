import type { Found } from './found';
import type { Match } from './matches';

/** A place that was found, as far as it tells by which words. */
interface Shown {
  /** Pagefind's name of the page. */
  id: string;
  language: string;
  matches: readonly Match[];
}

/**
 * Returns the words that answered in the stead of a part that is nowhere: of those that mean the same, the first that stands in the best
 * place; else on its page, else in the place after it, and so on. `languages`: those of the indexes.
 */
export function tellReplaced(
  { meanings = [] }: Pick<Found, 'meanings'>,
  shown: readonly Shown[],
  languages: readonly string[],
): string {
  for (const { id, language, matches } of shown) {
    const index = languages.indexOf(language);
    const onPage = meanings.filter(({ matches: all }) => all[index]?.has(id));
    const marked = new Set(matches.map(({ at }) => at));
    const inPlace = onPage.find(({ matches: all }) => all[index]?.get(id)?.some(({ at }) => marked.has(at)));
    const best = inPlace ?? onPage[0];
    if (best !== undefined) return best.words;
  }
  return meanings[0]?.words ?? '';
}
