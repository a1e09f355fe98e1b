/** The pages before and after one, of pages in the order in which they are read. */
export function neighboursOf<Page extends { id: string }>(
  id: string,
  pages: readonly Page[],
): { previous?: Page; next?: Page } {
  const at = pages.findIndex((page) => page.id === id);
  return at < 0 ? {} : { previous: pages[at - 1], next: pages[at + 1] };
}
