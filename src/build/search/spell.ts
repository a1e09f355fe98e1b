import type { ReadPage } from './read-page';
import { indexWord } from '~/core/search/tokens';

const spellWords = (words: string): string => words && words.split(' ').map(indexWord).join(' ');

/** The weight of an item's own text in Pagefind's measure, in which prose weighs 1 and headings weigh from 7 down to 2. */
const itemWeight = 5;

/**
 * A page as Pagefind indexes it: its words alone, each counted once, headings as such and items with a weight of their own. Words
 * hold letters and digits alone, so nothing needs to be escaped.
 */
export function spellPage({ places, words }: ReadPage, kind: string): string {
  const spelled = places.map(({ level }, i) => {
    const { own = '', body = '' } = words[i] ?? {};
    const title =
      level === 0
        ? `<p data-pagefind-weight="${itemWeight}">${spellWords(own)}</p>`
        : `<h${level}>${spellWords(own)}</h${level}>`;
    return `${title}<p>${spellWords(body)}</p>`;
  });
  return `<html><body data-pagefind-filter="kind:${kind}"><main data-pagefind-body>${spelled.join('')}</main></body></html>`;
}
