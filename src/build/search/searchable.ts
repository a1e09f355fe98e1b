import { needsSpaces, spaceOut } from '~/core/search-words';

/** What of a page is never found: it is said elsewhere, or belongs to the interface. */
export const leftOut = ['.how', '.more', '.stamp', '.note', '.hold', '.tag', '.used-in', 'button', 'noscript'];

/**
 * A finished page as the search index reads it. Pagefind leaves out every label, and an item's text stands in one: here
 * it does not. And each item's anchor moves from the list item, which holds what stands beneath it too, to its own text, which
 * weighs more than the prose around it, as a heading does.
 */
export function searchableHtml(html: string, kind: string): string {
  const lang = /<html[^>]*\slang="([^"]*)"/.exec(html)?.[1] ?? 'en';
  const main = /<main\b[^>]*>([^]*)<\/main>/.exec(html)?.[1] ?? '';
  const content = main
    .replace(
      /<li class="item" id="([^"]*)"[^>]*>([^]*?)<span class="text">([^]*?)<\/span><\/label>/g,
      '<li>$2<data id="$1" data-pagefind-weight="5">$3</data></label>',
    )
    .replace(/<(\/?)label\b/g, '<$1span');
  return `<html lang="${lang}"><body data-pagefind-filter="kind:${kind}"><main data-pagefind-body>${needsSpaces(content) ? content.replace(/>[^<]+/g, spaceOut) : content}</main></body></html>`;
}
