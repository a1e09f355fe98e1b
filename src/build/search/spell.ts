import type { ReadPage } from './read-page';
import { indexWord, readTokens } from '~/core/search/tokens';

const spellText = (text: string): string =>
  readTokens(text)
    .map(({ word }) => indexWord(word))
    .join(' ');

/** The weight of an item's own text in Pagefind's measure, in which prose weighs 1 and headings weigh from 7 down to 2. */
const itemWeight = 5;

/**
 * A page as Pagefind indexes it: its words alone, each counted once, headings as such and items with a weight of their own. Words
 * hold letters and digits alone, so nothing needs to be escaped.
 */
export function spellPage({ places, bodies }: ReadPage, kind: string): string {
  const spelled = places.map(({ level, own }, i) => {
    const title =
      level === 0
        ? `<p data-pagefind-weight="${itemWeight}">${spellText(own)}</p>`
        : `<h${level}>${spellText(own)}</h${level}>`;
    return `${title}<p>${spellText(bodies[i] ?? '')}</p>`;
  });
  return `<html><body data-pagefind-filter="kind:${kind}"><main data-pagefind-body>${spelled.join('')}</main></body></html>`;
}
